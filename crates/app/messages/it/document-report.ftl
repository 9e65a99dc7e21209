# document-report
