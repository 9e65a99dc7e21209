# document-monitoring
