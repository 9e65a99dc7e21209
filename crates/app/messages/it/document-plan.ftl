# Documenti: le parti del piano.

## Le parti e che cosa manca

document-part-presentation = Presentazione dell'ente
document-missing-presentation = Scrivere i capitoli ([[chapter]] con theme = "presentazione", "mission", "organi", "personale" …), le strutture ([[unit]]) e le tabelle ([[table]] con kind = "staff", "budget" …).
document-part-context = Contesto esterno
document-missing-context = Scrivere i capitoli ([[chapter]] con theme = "contesto esterno", "scenario economico", "quadro normativo") e le tabelle ([[table]] con kind = "territory").
document-part-tree = Albero della performance
document-missing-tree = Scrivere le aree ([[area]]) e gli obiettivi ([[objective]]).
document-part-map = Mappa strategica
document-missing-map = Scrivere le prospettive ([[perspective]]), quelle di ogni obiettivo (perspectives) e i collegamenti di causa ed effetto ([[link]]).
document-part-strategic-dashboards = Cruscotto strategico
document-missing-strategic-dashboards = Scrivere gli obiettivi ([[objective]]) con le loro prospettive e gli indicatori ([[indicator]]) con i target degli anni.
document-part-objectives = Schede degli obiettivi
document-missing-objectives = Scrivere gli obiettivi ([[objective]]) e i loro indicatori ([[indicator]]).
document-part-assignment = Assegnazione degli obiettivi e pesi
document-missing-assignment = Scrivere i responsabili ([[responsible]]) e gli obiettivi assegnati ([[placement]] con parent = il responsabile e il peso).
document-part-service-dashboards = Cruscotti dei servizi
document-missing-service-dashboards = Scrivere i cruscotti ([[dashboard]]), le loro sezioni ([[section]]) e gli indicatori.
document-part-classes = Rilevanza, finalità e valore economico
document-missing-classes = Scrivere la scala di rilevanza ([[relevance]]), le finalità ([[purpose]]) e quelle di ogni obiettivo (relevance, purposes).
document-part-agency = Obiettivi dell'azienda speciale
document-missing-agency = Scrivere gli obiettivi dell'azienda speciale ([[objective]] con agency = true).
document-part-national = Obiettivi comuni nazionali
document-missing-national = Scrivere gli obiettivi comuni ([[objective]] con national = true) o gli indicatori nazionali ([[indicator]] con national = true).
document-part-individual = Performance individuale
document-missing-individual = Scrivere i profili ([[method.profile]]) e le schede individuali ([[sheet]]).
document-part-sections = Altre sezioni del piano
document-missing-sections = Scrivere i capitoli ([[chapter]] con theme = "pari opportunità", "lavoro agile", "formazione" …) e le loro misure ([[measure]]).
document-part-equal-opportunities = Pari opportunità
document-missing-equal-opportunities = Scrivere il capitolo ([[chapter]] con theme = "pari opportunità"), le sue misure ([[measure]]) e il bilancio di genere ([[table]]).
document-part-method = Il metodo in breve
document-missing-method = Scrivere i parametri dell'anno ([method]).
document-part-silences = Segnalazioni accettate
document-missing-silences = Nessuna segnalazione è stata accettata ([[silence]]).

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
document-target-at = Target al { $day }
document-target-revised = Nuova previsione:
document-target-proposed = Proposta:
document-weight-revised = con la variazione { $weight }

## Colonne

document-column-code = Codice
document-column-title = Titolo
document-column-objective = Obiettivo
document-column-perspective = Prospettiva
document-column-source = Fonte del dato
document-column-dashboard = Cruscotto
document-column-year = Anno
document-column-actual = Consuntivo
document-column-target = Target
document-column-score = Punteggio
document-column-progress = Avanzamento
document-column-standing = Andamento
document-context-under = Sotto

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
document-chart-of = Grafico: { $of }
document-chart-alt = Grafico dei dati di «{ $of }»; ogni cifra è nella tabella accanto.

## La struttura

document-organisation = Organigramma
document-organisation-alt = Organigramma dell'ente: { $count } strutture, ciascuna sotto quella da cui dipende. La tabella che segue le elenca tutte.
document-units = Strutture, chi le dirige e persone in servizio
document-data-units = Strutture
document-unit = Struttura
document-unit-kind = Tipo
document-unit-head = Chi la dirige
document-unit-persons = Persone
document-unit-with-persons = { $persons } persone
document-unit-directorate = area
document-unit-service = servizio
document-unit-office = ufficio
document-unit-staff = staff
document-unit-agency = azienda speciale
document-unit-group = gruppo
document-unit-organ = organo
document-unit-site = sede

## Recapiti

document-body-address = Sede
document-body-phone = Telefono
document-body-email = E-mail
document-body-certified-email = PEC
document-body-website = Sito
document-body-opening-hours = Orari di apertura
document-body-tax-code = Codice fiscale
document-body-ipa = Codice IPA

## Albero e mappa

document-body-target = Obiettivo di qualità dell'ente
document-tree-alt = Albero della performance: l'ente, { $areas } aree strategiche e { $objectives } obiettivi, ciascuno sotto quello a cui contribuisce. La tabella che segue li elenca tutti.
document-tree-table = Aree e obiettivi con responsabili e pesi
document-agency = Azienda speciale
document-no-perspective = Altri obiettivi
document-all-perspectives = Tutte le prospettive
document-objectives-all = Obiettivi dell'ente
document-outside-areas = Obiettivi fuori dalle aree
document-map-alt = Mappa strategica: { $perspectives } prospettive, { $objectives } obiettivi, { $arrows } collegamenti fra loro.
document-map-table = Obiettivi per prospettiva
document-links = Collegamenti fra gli obiettivi
document-data-links = Collegamenti
document-link-from = Da
document-link-kind = Legame
document-link-to = A
document-link-cause = causa ed effetto
document-link-related = collegato

## Indicatori

document-indicator-number = N.
document-indicator = Indicatore
document-indicator-weight = Peso
document-indicator-weights = Somma dei pesi
document-indicators-of = Indicatori: { $of }
document-data-indicators = Indicatori
document-indicator-without-action = Senza azione
document-action-weight = peso { $weight }
document-indicator-types = Tipo: { $value }
document-indicator-unit = Unità: { $value }
document-indicator-frequency = Frequenza: { $value }
document-indicator-measured = Periodo misurato: { $value }
document-indicator-scopes = Ambiti: { $value }
document-indicator-project = misurato da un progetto
document-indicator-operational = indicatore operativo
document-indicator-algorithm = Algoritmo: { $value }
document-indicator-formula = Formula: { $value }
document-indicator-source = Fonte: { $value }
document-indicator-owner = Rileva: { $value }
document-indicator-effort = Impegno: { $value }
document-indicator-health = Indice di salute: { $value }
document-indicator-also = Detto anche: { $value }
document-indicator-neutralised = Sterilizzato: { $value }
document-indicator-note = Nota: { $value }
document-indicator-type-outcome = outcome
document-indicator-type-external = efficacia esterna
document-indicator-type-output = output
document-indicator-type-internal = efficacia interna
document-indicator-type-effectiveness = efficacia
document-indicator-type-efficiency = efficienza
document-indicator-type-quality = qualità
document-status-new = Nuovo
document-status-replaced = Sostituito
document-status-removed = Eliminato
document-status-instead = al posto di { $of }
document-national-star = * Indicatore comune a tutte le Camere di commercio.
document-evidence-expected = Documentazione
document-evidence-expected-of = Documentazione per l'OIV: { $of }
document-data-evidence-expected = Documentazione per l'OIV
document-planned-activity = Attività
document-planned-activity-code = N.
document-planned-activity-owner = Chi
document-planned-activity-time = Quando
document-planned-activity-unit = Unità
document-planned-activities-of = Attività o parti: { $of }
document-data-planned-activities = Attività previste

## Schede degli obiettivi

document-objective-description = Descrizione
document-objective-benefit = Beneficio atteso
document-objective-actions = Azioni previste
document-objective-nothing = Il piano ne indica solo il titolo.
document-objective-below = Misurato dagli obiettivi
document-objective-unmeasured = Senza indicatori propri.
document-objective-done = Che cosa è stato fatto
document-objective-criticalities = Criticità
document-objective-deviation = Cause dello scostamento
document-value-managers = Valore economico per i dirigenti
document-value-staff = Valore economico per il personale
document-value-of-fund = Valore economico ({ $fund })
document-value-formula = { $value } = valore del punto { $point } × rilevanza { $coefficient }
document-value-excluded = Escluso dal valore economico
document-results-now = Risultati
document-results-at = Risultati al { $day }
document-explanation = Come si arriva al punteggio
document-data-standing = Andamento degli indicatori
document-data-standing-objectives = Andamento degli obiettivi
document-standing-of = Risultati degli indicatori: { $of }
document-standing-objectives-of = Risultati degli obiettivi: { $of }

## Cruscotti

document-data-strategic = Cruscotto strategico
document-strategic-of = Cruscotto strategico: { $of }
document-dashboard-holder = Di chi è
document-dashboard-of = Indicatori: { $of }
document-dashboard-empty = Nessun indicatore.
document-data-dashboards = Cruscotti
document-operational-indicators = Indicatori operativi
document-local-title = In questo cruscotto: { $value }
document-local-target = Target in questo cruscotto: { $value }
document-local-source = Fonte in questo cruscotto: { $value }
document-local-note = Nota: { $value }

## Assegnazione

document-holder-functions = Funzioni
document-holder-unit = Struttura
document-holder-total = Totale dei pesi indicato
document-holder-revised-total = Totale dopo la variazione
document-holder-sum = Somma dei pesi assegnati
document-assignment-of = Obiettivi assegnati: { $of }
document-weight-in-tree = Peso nell'albero
document-weight-assigned = Peso assegnato
document-weight-after = Peso con la variazione

## Rilevanza, finalità, valore economico

document-by-relevance = Obiettivi per rilevanza
document-data-by-relevance = Per rilevanza
document-by-purpose = Obiettivi per finalità
document-data-by-purpose = Per finalità
document-by-programme = Obiettivi per programma
document-data-by-programme = Per programma
document-class-none = Non indicata
document-class-undeclared = Fuori dall'elenco del piano
document-matrix = Albero della performance e prospettive
document-matrix-yes = sì
document-relevance-scale = Scala della rilevanza
document-data-relevance-scale = Scala della rilevanza
document-coefficient = Coefficiente
document-relevance-for = Per quali obiettivi
document-certified = Certificazioni dell'OIV
document-funds = Fondi e valore del punto
document-data-funds = Fondi
document-fund = Fondo
document-fund-resources = Risorse stabili
document-fund-percentage = Quota
document-fund-point = Valore del punto
document-fund-rule = Regola
document-value-total = Totale

## Nazionali e individuali

document-national-in-tree = Indicatori comuni negli obiettivi dell'ente
document-data-national-in-tree = Indicatori comuni
document-stands-in = Dove si trova
document-history-of = Serie storica: { $of }
document-history-alt = I valori negli anni di «{ $of }», con la media delle Camere simili e i target dove sono noti.
document-data-history = Serie storiche
document-profiles = Quote della valutazione individuale
document-data-profiles = Profili
document-profile = Profilo
document-part-of-body = Ente
document-part-of-unit = Struttura
document-part-of-objectives = Obiettivi individuali
document-part-of-national = Obiettivi nazionali
document-part-of-behaviours = Comportamenti
document-sheet-profile = Profilo
document-sheet-evaluator = Chi valuta
document-sheet-from = Dal
document-sheet-to = Al
document-sheet-role = Ruolo
document-sheet-behaviours-at = Comportamenti al { $period }
document-sheet-objectives = Obiettivi individuali: { $of }
document-data-sheets = Obiettivi individuali

## Metodo

document-parameters = Parametri dell'anno
document-parameter = Parametro
document-parameter-value = Valore
document-parameter-origin = Scelta
document-of-the-body = dell'ente
document-by-default = predefinita
document-yes = sì
document-no = no
document-parameter-cap = Massimo raggiungimento di un indicatore
document-parameter-decay = Oltre un target «al massimo»
document-parameter-all-of = Target fatto di più parti
document-parameter-yes-no-partial = Credito parziale ai target sì / no
document-parameter-milestone-partial = Credito parziale ai risultati descritti
document-parameter-grace-days = Giorni di tolleranza dopo una scadenza
document-parameter-neutralised-rule = Che cosa conta ciò che è sterilizzato
document-parameter-interim = Target intermedi
document-parameter-elapsed = Quota attesa alle scadenze intermedie
document-parameter-late-share = Peso dei ritardi che rende in ritardo un obiettivo
document-parameter-weight-tolerance = Tolleranza sulla somma dei pesi (punti)
document-parameter-own-share = Quota degli indicatori propri accanto agli obiettivi che contribuiscono
document-parameter-accrual = Valore economico maturato
document-parameter-weights-from-value = Pesi ricavati dal valore economico
document-decay-ratio = target / consuntivo
document-decay-linear = 1 − (consuntivo − target) / target, non meno di 0
document-decay-none = 0
document-all-of-least = vale la parte più bassa
document-all-of-mean = vale la media pesata delle parti
document-neutralised-left-out = è escluso, e il suo peso va agli altri
document-neutralised-full = conta 100%
document-interim-stated = solo dove sono scritti
document-interim-pro-rata = in proporzione ai mesi per ciò che cresce nell'anno
document-elapsed-share = mese { $month }: { $share }
document-elapsed-by-month = mesi trascorsi / 12
document-accrual-proportional = potenziale × punteggio di fine anno
document-accrual-banded = potenziale × punteggio per fasce
document-bands = Fasce
document-band-level = Su che cosa agisce
document-band-from = Da
document-band-to = A
document-band-cap = massimo
document-band-value = Vale
document-band-value-to = Fino a
document-band-indicator = indicatori
document-band-objective = obiettivi
document-band-final = punteggi finali

## Segnalazioni accettate

document-silences-intro = La verifica del piano segnala quanto segue; l'ente lo ha esaminato e lo lascia così, con la ragione indicata.
document-accepted-rule = Regola
document-accepted-about = Di che cosa
document-accepted-reason = Ragione
document-accepted-who = Chi ha deciso
document-accepted-when = Quando
document-accepted-count = Segnalazioni
document-accepted-whole = tutto il piano
