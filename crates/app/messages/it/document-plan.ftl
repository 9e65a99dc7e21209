# Le parti del piano.

## I valori
document-role-baseline = Valore storico
document-role-history = Valore
document-role-past-target = Target
document-role-target = Target
document-role-revised-target = Nuova previsione
document-role-forecast = Previsione
document-role-cluster-mean = Media cluster
document-role-actual = Consuntivo
document-role-judgement = Giudizio
document-role-override = Valutazione motivata

## Capitoli, misure e tabelle
document-section = Sezione
document-measure = Misura
document-measure-owner = Chi
document-measure-period = Quando
document-measure-state = Stato
document-measure-figures = Valori
document-measures-of = Misure: { $of }
document-data-measures = Misure
document-data-staff = Personale
document-data-budget = Bilancio
document-data-shareholdings = Partecipazioni
document-data-health-tables = Efficienza e salute
document-data-organs = Organi
document-data-territory = Territorio
document-data-tables = Altre tabelle
document-table-context = Tabella di origine
document-table-day = Dati al { $day }.
document-table-source = Fonte: { $source }.
