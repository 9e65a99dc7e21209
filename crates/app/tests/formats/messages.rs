//! The messages of this part of the catalogue are Fluent and need no argument that findings lack.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

#[test]
fn every_message_can_be_said() {
    for (language, source) in [
        ("it", include_str!("../../messages/it/format.ftl")),
        ("en", include_str!("../../messages/en/format.ftl")),
    ] {
        let resource = FluentResource::try_new(source.to_owned()).expect("Fluent");
        let names: Vec<String> = source
            .lines()
            .filter_map(|line| Some(line.split_once(" = ")?.0.to_owned()))
            .filter(|name| name.starts_with("finding-"))
            .collect();
        assert!(names.len() > 80, "{language}");
        let mut bundle = FluentBundle::new(vec![language.parse().expect("a language")]);
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).expect("no message twice");
        let mut args = FluentArgs::new();
        for name in [
            "text", "known", "count", "field", "kind", "kinds", "key", "allowed", "sheet", "range",
            "column", "what",
        ] {
            args.set(name, "none");
        }
        for name in &names {
            let message = bundle.get_message(name).expect(name);
            let mut errors = Vec::new();
            let said =
                bundle.format_pattern(message.value().expect(name), Some(&args), &mut errors);
            assert!(errors.is_empty(), "{language} {name}: {errors:?}");
            assert!(
                !said.contains("Forse: none") && !said.contains("  "),
                "{language}: {said}"
            );
        }
    }
}
