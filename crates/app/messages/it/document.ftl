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
document-group = Gruppo
document-missing = Manca
document-as-of = al { $day }
document-provisional = provvisorio
document-logo = Logo di { $body }
document-an-act = atto
document-cited-of = { $act } ({ $organ })
document-cited-number = { $act } n. { $number }
document-cited-date = { $act } del { $day }
document-approved = Approvato con { $act }
document-plan-approved = Piano approvato con { $act }

# Nomi ufficiali di missioni e programmi delle camere di commercio.
budget-mission-11 = Competitività e sviluppo delle imprese
budget-mission-12 = Regolazione dei mercati
budget-mission-16 = Commercio internazionale ed internazionalizzazione del sistema produttivo
budget-mission-32 = Servizi istituzionali e generali delle amministrazioni pubbliche
budget-mission-33 = Fondi da ripartire
budget-mission-90 = Servizi per conto terzi e partite di giro
budget-mission-91 = Debiti da finanziamento dell'amministrazione
budget-programme-11-5 = Promozione e attuazione di politiche di sviluppo, competitività e innovazione, di responsabilità sociale d'impresa e movimento cooperativo
budget-programme-12-4 = Vigilanza sui mercati e sui prodotti, promozione della concorrenza e tutela dei consumatori
budget-programme-16-5 = Sostegno all'internazionalizzazione delle imprese e promozione del made in Italy
budget-programme-32-2 = Indirizzo politico
budget-programme-32-3 = Servizi e affari generali per le amministrazioni di competenza
budget-programme-33-1 = Fondi da assegnare
budget-programme-33-2 = Fondi di riserva e speciali
budget-programme-90-1 = Servizi per conto terzi e partite di giro
budget-programme-91-1 = Debiti da finanziamento dell'amministrazione
