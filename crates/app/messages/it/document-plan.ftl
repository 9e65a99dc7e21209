# document-plan
