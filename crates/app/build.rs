//! How the binary is linked.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |what: &str, value: &str| {
        std::env::var(format!("CARGO_CFG_TARGET_{what}")).is_ok_and(|is| is == value)
    };
    // At a fixed address nothing has to be relocated when the program starts.
    if is("OS", "linux") && is("ENV", "gnu") {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}
