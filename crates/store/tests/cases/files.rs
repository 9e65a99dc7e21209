//! Evidence, documents and remarks.

use store::{Error, NewDocument, NewEvidence, NewRemark};

use crate::database::{author, with_body};
use crate::on_both;

on_both! {
    /// A file comes back byte for byte, with its digest; removed, it is still there.
    fn evidence_is_kept(database) {
        let store = with_body(database, "ente");
        let (plan, _) = store.add_plan("ente", "P", 2025, &[], &author("a", 1)).unwrap();
        let content: Vec<u8> = (0..=255).cycle().take(100_000).collect();
        let new = NewEvidence {
            plan, record: 1, period: "2025-06-30", file_name: "è una prova.pdf",
            media_type: "application/pdf", content: &content,
        };
        let id = store.add_evidence("ente", &new, &author("servizio", 2)).unwrap();
        let (found, bytes) = store.evidence_content("ente", id).unwrap();
        assert_eq!(bytes, content);
        assert_eq!((found.size, found.author.as_str()), (100_000, "servizio"));
        assert_eq!(store.evidence("ente", plan, Some(1)).unwrap(), [found]);
        assert_eq!(store.evidence("ente", plan, Some(2)).unwrap(), []);
        store.remove_evidence("ente", id, &author("servizio", 3)).unwrap();
        assert!(store.evidence("ente", plan, None).unwrap()[0].removed.is_some());
        assert_eq!(store.evidence_content("ente", id).unwrap().1, content);
        let zero = if database.is_sqlite() { "x'00'" } else { "'\\x00'" };
        database.raw(&format!("UPDATE evidence SET content = {zero}")).unwrap();
        assert!(matches!(store.evidence_content("ente", id), Err(Error::Damaged(_))));
        assert!(matches!(store.evidence_content("ente", 99), Err(Error::NotFound("evidence"))));
        let nowhere = store.add_evidence("ente", &NewEvidence { plan: 99, ..new }, &author("a", 4));
        assert!(matches!(nowhere, Err(Error::Refused(_))));
    }

    /// A document is kept with the revision it was made from.
    fn documents_are_kept(database) {
        let store = with_body(database, "ente");
        let (plan, _) = store.add_plan("ente", "P", 2025, &[], &author("a", 1)).unwrap();
        let new = NewDocument {
            plan, kind: "monitoring", format: "pdf", at_date: "2025-06-30", revision: 4,
            file_name: "monitoraggio.pdf", content: b"%PDF-",
        };
        let first = store.keep_document("ente", &new, &author("ufficio", 2)).unwrap();
        let second = store.keep_document("ente", &NewDocument { revision: 5, ..new }, &author("ufficio", 3)).unwrap();
        let found = store.documents("ente", plan).unwrap();
        assert_eq!(found.iter().map(|d| d.id).collect::<Vec<_>>(), [second, first]);
        let (document, bytes) = store.document_content("ente", first).unwrap();
        assert_eq!((document.revision, bytes.as_slice()), (4, &b"%PDF-"[..]));
    }

    /// Remarks stand on a record or on the plan.
    fn remarks_are_kept(database) {
        let store = with_body(database, "ente");
        let (plan, _) = store.add_plan("ente", "P", 2025, &[], &author("a", 1)).unwrap();
        for record in [None, Some(3)] {
            let new = NewRemark { plan, record, text: "Il target non è sfidante." };
            store.add_remark("ente", &new, &author("OIV", 2)).unwrap();
        }
        assert_eq!(store.remarks("ente", plan, None).unwrap().len(), 2);
        let found = store.remarks("ente", plan, Some(3)).unwrap();
        assert_eq!((found.len(), found[0].author.as_str()), (1, "OIV"));
    }
}
