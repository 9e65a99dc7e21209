# Le parti della relazione e del confronto.

## Le parti della relazione
document-part-results = I risultati in sintesi
document-missing-results = scrivere nel piano obiettivi e indicatori ([[objective]], [[objective.indicator]])
document-part-objective-results = I risultati degli obiettivi
document-missing-objective-results = scrivere gli obiettivi del piano ([[objective]]) con i loro consuntivi (results)
document-part-responsible-results = I risultati dei responsabili
document-missing-responsible-results = scrivere i responsabili ([[responsible]]) e assegnare loro gli obiettivi (holds, con il peso)
document-part-deviations = Gli scostamenti e le loro cause
document-missing-deviations = scrivere i consuntivi degli indicatori (results) e, negli obiettivi, le cause dello scostamento (deviation)
document-part-economic-value = Il valore economico degli obiettivi
document-missing-economic-value = scrivere i fondi ([[fund]]), la scala di rilevanza ([[relevance]]) e la rilevanza di ogni obiettivo (relevance)
document-part-efficiency = Efficienza e risultati di bilancio
document-missing-efficiency = scrivere un capitolo con tema «efficienza ed economicità» e le sue tabelle ([[chapter]], [[table]]), gli indici di salute ([[health_index]]) con il consuntivo dell'anno
document-part-process = Il processo
document-missing-process = scrivere un capitolo con tema «processo», la tabella delle fasi e gli atti ([[act]])
document-part-evidence = La documentazione per l'OIV
document-missing-evidence = scrivere la documentazione promessa (expected_evidence) e quella consegnata con il consuntivo (evidence)
document-part-derivations = Appendice: come si è arrivati a ogni cifra
document-missing-derivations = scrivere le scadenze ([[checkpoint]]) e i target

## Riserve
document-report-attention = Attenzione
document-report-no-results = Il piano non contiene ancora nessun consuntivo: i punteggi mancano, e una cifra che manca non è zero.
document-report-not-year-end = Il piano non ha consuntivi di fine anno: le cifre sono quelle del { $day }, e possono cambiare fino alla chiusura.

## Teste e parole comuni
document-report-code = Codice
document-report-number = N.
document-report-score = Punteggio
document-report-expected = Valore atteso
document-report-deviation = Scostamento
document-report-from-full = Scostamento (punti)
document-report-standing = Esito
document-report-day = Scadenza
document-report-reservations = Da sapere
document-report-weight = Peso
document-report-weights = Pesi
document-report-coverage = Copertura
document-report-count = Totale
document-report-total = Totale
document-report-group = Gruppo
document-report-area = Area strategica
document-report-objective = Obiettivo
document-report-objective-short = Obiettivo
document-report-indicator = Indicatore
document-report-target = Target
document-report-actual = Consuntivo
document-report-achievement = Raggiungimento
document-report-responsible = Responsabile
document-report-period = Periodo
document-report-note = Nota: { $text }
document-report-owner = A cura di: { $text }
document-report-unit = Unità: { $unit }
document-report-points = { $points } punti
document-report-days = { $days } giorni
document-report-picture-alt = { $what }. { $figures }.

## Come stanno le cose
document-report-standing-reached = Raggiunti
document-report-standing-on-course = In linea
document-report-standing-late = In ritardo
document-report-standing-not-reached = Non raggiunti
document-report-standing-to-measure = Da rilevare
document-report-group-outside = Obiettivi fuori dalle aree
document-report-group-agency = Azienda speciale
document-report-group-national = Obiettivi comuni nazionali
document-report-group-dashboards = Indicatori dei soli cruscotti

## Risultati dell'ente
document-report-body = L'ente nel suo insieme
document-report-whole-body = Ente
document-report-areas = Le aree strategiche
document-report-areas-caption = Punteggio delle aree strategiche e dell'ente
document-report-areas-picture = Punteggio delle aree strategiche
document-report-data-areas = Risultati delle aree
document-report-standings = Quanti obiettivi, quanti indicatori
document-report-standings-objectives = Obiettivi per esito
document-report-standings-objectives-data = Obiettivi per esito
document-report-standings-indicators = Indicatori per esito
document-report-standings-indicators-data = Indicatori per esito
document-report-standings-picture = Indicatori per gruppo ed esito
document-report-objectives = Tutti gli obiettivi
document-report-objectives-caption = Risultati degli obiettivi
document-report-data-objectives = Risultati degli obiettivi

## Risultati degli obiettivi
document-report-judgement = Giudizio (non entra nel punteggio)
document-report-judged = Giudizio: { $text }
document-report-override = Valutazione motivata
document-report-overridden = Valutazione motivata { $value } al posto di { $computed }: { $reason }
document-report-neutralised = Sterilizzato: { $reason }
document-report-derivation = Calcolo
document-report-derivation-link = come si è arrivati alla cifra
document-report-target-was = (prima della variazione: { $text })
document-report-target-proposed = (proposta: { $text })
document-report-series = (media di confronto: { $text })
document-report-other-indicators = Altri indicatori
document-report-data-indicators = Risultati degli indicatori
document-report-indicators-of = Risultati degli indicatori di { $of }
document-report-data-contributing = Obiettivi che contribuiscono
document-report-contributing-to = Obiettivi che contribuiscono a { $of }
document-report-share = Quota
document-report-brings = Contributo
document-report-action = Azione
document-report-result = Che cosa è stato fatto
document-report-data-actions = Azioni
document-report-actions-of = Azioni di { $of }
document-report-activity = Attività
document-report-data-activities = Attività
document-report-activities-of = Attività di «{ $of }»
document-report-done = Che cosa è stato fatto
document-report-criticalities = Criticità
document-report-causes = Cause dello scostamento

## Responsabili
document-report-responsibles = Tutti i responsabili
document-report-responsibles-caption = Risultati dei responsabili
document-report-responsibles-picture = Punteggio dei responsabili
document-report-data-responsibles = Risultati dei responsabili
document-report-objectives-count = Obiettivi
document-report-holder-unit = Struttura
document-report-functions = Funzioni
document-report-data-assigned = Obiettivi assegnati
document-report-assigned-to = Obiettivi assegnati a { $of }
document-report-equal-weights = Senza pesi di assegnazione: gli obiettivi contano allo stesso modo.

## Scostamenti
document-report-short = Indicatori sotto il target
document-report-short-count = { $count ->
    [0] Tutti gli indicatori valutati ({ $evaluated }) hanno raggiunto il target.
    [one] Un indicatore su { $evaluated } valutati non ha raggiunto il target.
   *[other] { $count } indicatori su { $evaluated } valutati non hanno raggiunto il target.
 }
document-report-short-caption = Indicatori sotto il target, dal più lontano
document-report-short-picture = Raggiungimento degli indicatori sotto il target
document-report-data-deviations = Scostamenti
document-report-cause = Causa
document-report-left-out = Indicatori esclusi dal calcolo
document-report-left-out-means = Non entrano nei punteggi: il loro peso passa agli altri indicatori dello stesso obiettivo.
document-report-left-out-caption = Indicatori esclusi dal calcolo e perché
document-report-data-left-out = Indicatori esclusi
document-report-state = Stato
document-report-reason = Motivo

## Valore economico
document-report-value-all = Tutti i fondi
document-report-value-all-caption = Valore economico per fondo
document-report-data-funds = Fondi
document-report-fund = Fondo
document-report-fund-rule = Regola
document-report-fund-resources = Risorse stabili
document-report-fund-percentage = Percentuale
document-report-point = Valore del punto
document-report-coefficient = Coefficiente
document-report-potential = Potenziale
document-report-printed = Nel piano
document-report-accrued = Maturato
document-report-accrued-share = Maturato / potenziale
document-report-accrued-pending = Il valore matura con il punteggio di fine anno: dove manca, il trattino non è zero.
document-report-excluded = Escluso: { $act }
document-report-data-values = Valore economico
document-report-values-of = Valore economico degli obiettivi: { $of }

## Efficienza
document-report-health = Salute economico-finanziaria a fine anno
document-report-health-caption = Indici di salute economico-finanziaria { $year }
document-report-data-health = Salute a fine anno
document-report-index = Indice
document-report-cluster-mean = Media cluster
document-report-threshold = Soglia di attenzione
document-report-health-fine = fuori dalla soglia
document-report-health-alarming = nella soglia di attenzione
document-report-health-unknown = da rilevare
document-report-resources = Risorse degli obiettivi
document-report-data-resources = Risorse
document-report-flow = Natura
document-report-costs = Costi
document-report-costs-caption = Costi degli obiettivi
document-report-revenue = Ricavi
document-report-revenue-caption = Ricavi degli obiettivi
document-report-item = Voce
document-report-serves = Obiettivi e indicatori
document-report-account = Conto
document-report-programme = Finanziato da
document-report-amount = Importo
document-report-once = Una voce che serve a più obiettivi è contata una volta sola.
document-report-quantities = Grandezze di base
document-report-quantities-caption = Grandezze di base
document-report-data-quantities = Grandezze di base
document-report-quantity = Grandezza
document-report-scenario = Scenario
document-report-unit-head = Unità
document-report-value = Valore
document-report-source = Fonte

## Processo
document-report-acts = Atti citati
document-report-acts-caption = Atti citati, in ordine di data
document-report-data-acts = Atti
document-report-date = Data
document-report-organ = Organo
document-report-act-kind = Tipo
document-report-act-number = Numero
document-report-subject = Oggetto
document-report-variations = Variazioni del piano
document-report-variations-caption = Variazioni e loro approvazione
document-report-data-variations = Percorso delle variazioni
document-report-variation = Variazione
document-report-proposed-by = Proposta da
document-report-proposed = Proposta
document-report-opinion = Parere OIV
document-report-approved = Approvata
document-report-act = Atto

## Documentazione
document-report-evidence-count = Quanta è consegnata
document-report-evidence-count-caption = Indicatori per stato della documentazione
document-report-data-proofs = Documentazione: conteggi
document-report-evidence-all = Indicatore per indicatore
document-report-evidence-caption = Documentazione promessa e consegnata
document-report-data-evidence = Documentazione
document-report-promised = Promessa nel piano
document-report-delivered = Consegnata
document-report-proof = Documentazione
document-report-proof-delivered = consegnata
document-report-proof-missing = manca
document-report-proof-not-due = non dovuta
document-report-indicators-count = Indicatori
document-report-with-promise = di cui con promessa

## Calcoli
document-report-derivations-means = Ogni cifra si può rifare a mano: il punteggio di ciò che ha parti è la media pesata delle parti valutate; quello di un indicatore viene da target e consuntivo come sono stati scritti, secondo la regola del suo tipo di target. Le cifre hanno qui tutti i decimali che servono.
document-report-derivations-body = Ente e aree
document-report-derivations-responsibles = Responsabili
document-report-derivations-loose = Calcolo degli indicatori dei soli cruscotti
document-report-derivation-of = Calcolo di { $of }
document-report-data-derivations = Calcoli
document-report-part = { $part }: quota { $share }
document-report-child = Parte
document-report-how = Come si ottiene
document-report-derived-there = vedi il suo calcolo

## Confronto
document-part-comparison = Confronto
document-missing-comparison = indicare un'altra data o un altro piano
document-compared-sides = Che cosa si confronta
document-compared-before = Prima
document-compared-after = Dopo
document-compared-before-at = Prima: { $day }
document-compared-after-at = Dopo: { $day }
document-compared-same = Nessuna differenza: pesi, target, consuntivi e punteggi sono gli stessi.
document-compared-results = Risultati dell'ente, delle aree e dei responsabili
document-compared-results-caption = Punteggi che cambiano
document-compared-weights = Pesi
document-compared-weights-caption = Pesi che cambiano
document-compared-targets = Target
document-compared-targets-caption = Target che cambiano
document-compared-things = Nuovi, eliminati, sostituiti, riscritti
document-compared-things-caption = Che cosa entra, che cosa esce, che cosa cambia nome
document-compared-added = Nuovi
document-compared-removed = Eliminati
document-compared-renamed = Riscritti
document-compared-actuals = Consuntivi
document-compared-actuals-caption = Consuntivi che cambiano
document-compared-scores = Punteggi
document-compared-scores-caption = Punteggi che cambiano
document-compared-thing = Voce
document-compared-under = Sotto
document-compared-change = Variazione
document-compared-outlook = Esito
document-compared-nothing = non c'è
document-compared-kind = Tipo
document-compared-what = Che cosa cambia
document-compared-is-new = nuovo
document-compared-is-replacing = sostituisce
document-compared-is-removed = non più in vigore
document-compared-is-gone = non c'è più
document-compared-is-renamed = riscritto
document-report-standing-left-out = Esclusi
