# Documenti: ciò che hanno in comune.

document-title-piano = Piano della performance { $year }
document-title-monitoraggio = Monitoraggio della performance al { $at }
document-title-relazione = Relazione sulla performance { $year }
document-title-scheda = Scheda dell'obiettivo { $of }
document-title-cruscotto = Cruscotto: { $of }
document-title-confronto = Confronto dei risultati al { $at }
document-at = Dati al { $day }
document-draft = BOZZA
document-contents = Indice
document-page = Pagina {"{"}page{"}"} di {"{"}pages{"}"}
document-table = Tabella
document-figure = Figura
document-figure-data = I dati della figura
document-skip = Vai al contenuto
document-more-columns = seguono altre colonne
document-missing = Manca
document-as-of = al { $day }
document-provisional = provvisorio
document-logo = Logo di { $body }
document-an-act = atto
document-act-of = { $act } ({ $organ })
document-act-number = { $act } n. { $number }
document-act-date = { $act } del { $day }
document-approved = Approvato con { $act }
document-plan-approved = Piano approvato con { $act }
