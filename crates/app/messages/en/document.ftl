# Documents: what they have in common.

document-title-piano = Performance plan { $year }
document-title-monitoraggio = Monitoring of performance at { $at }
document-title-relazione = Performance report { $year }
document-title-scheda = Sheet of objective { $of }
document-title-cruscotto = Dashboard: { $of }
document-title-confronto = Comparison of results at { $at }
document-at = Figures at { $day }
document-draft = DRAFT
document-contents = Contents
document-page = Page {"{"}page{"}"} of {"{"}pages{"}"}
document-table = Table
document-figure = Figure
document-figure-data = The data of the figure
document-skip = Skip to content
document-more-columns = more columns follow
document-group = Group
document-missing = Missing
document-as-of = at { $day }
document-provisional = provisional
document-logo = Logo of { $body }
document-an-act = act
document-cited-of = { $act } ({ $organ })
document-cited-number = { $act } no. { $number }
document-cited-date = { $act } of { $day }
document-approved = Approved by { $act }
document-plan-approved = Plan approved by { $act }

# Official names of missions and programmes of chambers of commerce: not translated.
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
