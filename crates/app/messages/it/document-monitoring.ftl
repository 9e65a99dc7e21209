# Documenti: il monitoraggio, e la testata degli obiettivi.

document-head-also-called = Detto anche
document-head-level = Livello
document-head-area = Area strategica
document-head-contributes = Contribuisce a
document-head-weight = Peso
document-head-weight-revised = { $weight } (con la variazione { $revised })
document-head-weight-new = { $revised } (con la variazione)
document-head-in = nell'obiettivo { $of }
document-head-in-area = nell'area { $of }
document-head-in-body = nell'ente
document-head-own-share = Quota degli indicatori propri
document-head-responsible = Responsabile
document-head-holder-weight = { $holder } (peso { $weight })
document-head-units = Strutture coinvolte
document-head-perspectives = Prospettive
document-head-all-perspectives = tutte
document-head-programmes = Programmi
document-head-purposes = Finalità
document-head-relevance = Rilevanza
document-head-relevance-of = { $class } (coefficiente { $coefficient })
document-head-descends-from = Discende da
document-head-required-by = Richiesto da
document-head-mission = Missione
document-head-budget-programme = Programma di bilancio
document-head-pira = Codice PIRA
document-head-period = Arco temporale
document-head-effort = Impegno di personale
document-head-persons = { $persons } persone
document-head-one-person = 1 persona
document-head-time = { $time } del tempo
document-head-condition = Condizione
document-head-neutralised = Sterilizzato
document-head-replaces = Sostituisce
document-head-variation = Variazione
document-head-note = Nota

document-context-objective = Obiettivo
document-context-title = Titolo
document-data-money = Risorse finanziarie
document-money-caption = Risorse finanziarie dell'obiettivo { $of }
document-money-indicator = Indicatore
document-money-flow = Natura
document-money-cost = costo
document-money-revenue = ricavo
document-money-account = Conto
document-money-centre = Centro
document-money-item = Voce
document-money-amount = Importo
document-money-year = anno { $year }
document-money-shared = la stessa riga serve anche { $others }
document-money-total-costs = Totale costi
document-money-total-revenue = Totale ricavi

## Titoli delle parti, e che cosa scrivere dove una manca

document-part-summary = Sintesi
document-missing-summary = Il piano non ha scadenze: scrivere almeno una [[checkpoint]] con la sua data.
document-part-three-years = Obiettivi e target del triennio
document-missing-three-years = Scrivere gli obiettivi ([[objective]]) con i loro indicatori e gli anni del piano («horizon»).
document-part-monitored-objectives = Monitoraggio degli obiettivi
document-missing-monitored-objectives = Scrivere gli obiettivi ([[objective]]), i loro indicatori, i consuntivi («results») e ciò che è stato fatto («done»).
document-part-monitored-agency = Azienda speciale
document-missing-monitored-agency = Se l'ente ha un'azienda speciale, scrivere i suoi obiettivi con «agency = true».
document-part-national-indicators = Indicatori nazionali
document-missing-national-indicators = Scrivere gli obiettivi comuni con «national = true», e dei loro indicatori serie storica («history») e media («cluster_mean»).
document-part-health = Salute economico-finanziaria
document-missing-health = Scrivere gli indici in [[health_index]], con serie storica e soglia.
document-part-variations = Variazioni del piano
document-missing-variations = Se il piano è cambiato nell'anno, scrivere le variazioni in [[variation]] e citarle dove qualcosa cambia.
document-part-new-objectives = Obiettivi nuovi
document-missing-new-objectives = Se si sono aggiunti obiettivi, scriverli con «status = "new"» e la loro variazione.
document-part-unplanned = Attività non programmate
document-missing-unplanned = Ciò che è stato fatto senza essere programmato si scrive in [[unplanned]].
document-part-signatures = Firme
document-missing-signatures = Scrivere chi firma in «signatures» di [plan].

## Sintesi

document-summary-score = Punteggio dell'ente al { $day }
document-summary-coverage = Peso già valutato
document-summary-body-target = Obiettivo di qualità dell'ente
document-summary-indicators = Indicatori
document-summary-of-indicators = { $count } in tutto
document-standing-reached = raggiunti
document-standing-on-course = in linea
document-standing-late = in ritardo
document-standing-not-reached = non raggiunti
document-standing-to-measure = da rilevare
document-standing-left-out = fuori dal conto
document-summary-by-area = Per area strategica
document-summary-by-responsible = Per responsabile
document-summary-area = Area
document-summary-responsible = Responsabile
document-summary-total = Tutti
document-summary-whole = Ente
document-data-summary-areas = Sintesi per area
document-data-summary-responsibles = Sintesi per responsabile
document-summary-areas-caption = Come stanno gli indicatori al { $day }, area per area
document-summary-areas-picture = Indicatori per andamento al { $day }
document-summary-responsibles-caption = Come stanno gli indicatori al { $day }, responsabile per responsabile
document-summary-responsible-how = Un indicatore con più responsabili è contato per ciascuno. Di un responsabile si contano gli obiettivi assegnati, e quelli che vi contribuiscono senza essere assegnati a nessuno.
document-summary-worst = Più lontani dal target
document-summary-worst-caption = Gli indicatori in ritardo al { $day }, dal più lontano dal target
document-summary-worst-more = { $count ->
    [one] Un altro indicatore in ritardo è nella sua scheda.
   *[other] Altri { $count } indicatori in ritardo sono nelle schede.
}
document-data-worst = Indicatori in ritardo
document-summary-cautions = Per leggere le cifre
document-summary-cautions-label = Attenzione
document-summary-cautions-what = La verifica del piano segnala ciò che segue: dove un testo non si legge o un valore non si confronta con il suo target, il punteggio manca o è parziale.
document-summary-cautions-caption = Segnalazioni della verifica che toccano le cifre
document-data-cautions = Segnalazioni
document-summary-caution = Segnalazione
document-summary-places = Casi
document-summary-where = Dove
document-summary-indicator = indicatore { $number }
document-agency-objectives = Obiettivi dell'azienda speciale
document-the-agency = Azienda speciale
document-the-national = Obiettivi nazionali
document-other-objectives = Obiettivi fuori dalle aree strategiche
document-dashboards = Indicatori dei soli cruscotti
document-dashboards-what = Questi indicatori stanno nei cruscotti dei servizi e in nessun obiettivo.
document-area-of = Area strategica { $of }

## Triennio

document-years-target = Target { $year }
document-years-caption = Obiettivi, indicatori e target: { $of }
document-data-years = Target del triennio

## Schede del monitoraggio

document-data-objectives = Obiettivi
document-short-caption = Obiettivi al { $day }: { $of }
document-short-code = Codice
document-short-title = Obiettivo
document-short-coverage = Peso valutato
document-sheet-score = Punteggio al { $day }
document-sheet-progress = Avanzamento verso fine anno
document-sheet-outlook = Andamento
document-sheet-done = Azioni intraprese
document-sheet-results = Risultati al { $day }
document-sheet-criticalities = Criticità e opportunità
document-sheet-deviation = Scostamenti e cause
document-sheet-proposals = Variazioni di target e pesi
document-sheet-judgement = Giudizio dell'ufficio: «{ $text }». Punteggio calcolato: { $score }.
document-sheet-judgement-differs = Giudizio e punteggio non concordano
document-sheet-override = Valutazione motivata: { $value } al posto di { $computed }. { $reason }
document-data-actions = Azioni
document-actions-caption = Azioni dell'obiettivo { $of }
document-actions-action = Azione
document-actions-result = Che cosa è stato fatto
document-data-contributing = Obiettivi che contribuiscono
document-contributing-caption = Obiettivi che contribuiscono a { $of }
document-bullet-title = Stato di realizzazione e target dell'anno: { $of }
document-bullet-row = { $of }: { $actual } su { $target }
document-bullet-actual = realizzato
document-bullet-target = target dell'anno

document-data-results = Risultati degli indicatori
document-results-caption = Risultati degli indicatori al { $day }: { $of }
document-results-number = N.
document-results-indicator = Indicatore
document-results-weight = Peso
document-results-expected = Risultato atteso
document-results-expected-at = Risultato atteso al { $day }
document-results-actual = Stato di realizzazione
document-results-actual-at = Stato di realizzazione al { $day }
document-results-progress = Avanzam.
document-results-outlook = Andamento
document-results-score = Punteggio
document-results-not-due = Senza punteggio sono anche gli indicatori che a questa data non hanno un risultato atteso: l'andamento guarda alla fine dell'anno.
document-results-no-action = Altri indicatori
document-results-weight-before = era { $weight }
document-results-weight-proposed = proposto { $weight }
document-results-revised-approved = nuova previsione approvata: { $target }
document-results-revised-proposed = nuova previsione proposta: { $target }
document-results-of-period = dato { $period }
document-results-evidence = Documentazione: { $evidence }
document-results-judgement = Giudizio: { $text }
document-results-override = Valutazione motivata { $value }: { $reason }
document-results-neutralised = Sterilizzato: { $reason }

document-particulars-types = tipologia: { $text }
document-particulars-unit = unità di misura: { $text }
document-particulars-algorithm = algoritmo: { $text }
document-particulars-formula = formula: { $text }
document-particulars-source = fonte: { $text }
document-particulars-owner = rileva: { $text }
document-particulars-frequency = frequenza: { $text }
document-particulars-measured = periodo misurato: { $text }
document-particulars-scopes = ambiti art. 8 D.Lgs. 150/2009: { $text }
document-particulars-evidence = documentazione attesa: { $text }
document-particulars-baseline = valore di partenza: { $text }
document-particulars-nature = { $text }
document-type-outcome = outcome
document-type-external-effectiveness = efficacia esterna
document-type-output = output
document-type-internal-effectiveness = efficacia interna
document-type-effectiveness = efficacia
document-type-efficiency = efficienza
document-type-quality = qualità

document-data-activities = Attività
document-activity = Attività
document-activity-owner = A cura di
document-activity-time = Periodo
document-activity-caption = Attività dell'indicatore { $of }

## Indicatori nazionali

document-data-national = Indicatori nazionali
document-national-caption = { $of }: serie storica e stato al { $day }
document-national-mean = Media cluster
document-national-forecast = Previsione
document-trend-title = Andamento negli anni: { $of }
document-trend-actual = valore
document-trend-target = target
document-trend-mean = media cluster
document-trend-forecast = previsione
document-trend-threshold = soglia di attenzione
document-related = Indicatori interni collegati
document-related-caption = Indicatori nazionali e indicatori interni a cui attingono, con i loro target
document-related-from = Indicatore nazionale
document-related-from-target = Target nazionale
document-related-to = Obiettivo o indicatore interno
document-related-to-target = Target interno
document-related-remark = Nota
document-related-differ = target diversi
document-data-related = Indicatori collegati

## Salute economico-finanziaria

document-data-health = Indici di salute
document-health-caption = Indici di salute economico-finanziaria
document-health-index = Indice
document-health-threshold = Soglia di attenzione
document-health-state = Stato
document-health-attention = in zona di attenzione
document-health-well = fuori dalla zona di attenzione
document-health-note = Il segno ! indica un valore nella zona di attenzione; lo stato è quello dell'ultimo valore noto.
document-health-crossed = { $of }: nella zona di attenzione ({ $threshold }) in { $years }.
document-health-none-crossed = Nessun indice è nella zona di attenzione.

## Variazioni

document-variation-state = Stato
document-variation-approved = approvata il { $day }
document-variation-approved-later = approvata il { $day }, dopo la data di questi dati
document-variation-proposed-only = proposta: non è approvata e non conta nei punteggi
document-variation-reason = Causa
document-variation-proposed-by = Proposta da
document-variation-proposed = Data della proposta
document-variation-opinion = Parere dell'OIV
document-variation-act = Atto
document-variation-caption = Che cosa cambia: { $of }
document-variation-nothing = Nel piano nessun target, peso, obiettivo o indicatore cita questa variazione.
document-variation-none = Cambiamenti senza variazione
document-variation-none-caption = Cambiamenti che non citano una variazione
document-proposals-caption = Variazioni di target e pesi: { $of }
document-data-variations = Variazioni
document-data-proposals = Variazioni per obiettivo
document-change-of = Di che cosa
document-change-what = Stato
document-change-new = nuovo
document-change-replaced = sostituito
document-change-target-before = Target prima
document-change-target-after = Nuova previsione
document-change-weight-before = Peso prima
document-change-weight-after = Nuovo peso
document-change-by = Variazione: { $of }
document-change-in-place-of = nuovo, al posto di{" "}
document-change-neutralised = sterilizzato: { $reason }
document-change-removed = eliminato
document-act-organ = ({ $organ })
document-act-number = n. { $number }
document-act-day = del { $day }
document-new-without-variation = Senza variazione
document-new-by = Variazione:{" "}

## Attività non programmate e firme

document-data-unplanned = Attività non programmate
document-unplanned-caption = Attività non programmate
document-unplanned-why = Sono state svolte senza essere nel piano: si stampano a parte e non entrano nei punteggi.
document-unplanned-what = Attività
document-unplanned-result = Risultato
document-unplanned-cost = Costo
document-unplanned-act = Atto
document-unplanned-total = Totale
document-signature-secretary = Il Segretario Generale
document-signature-president = Il Presidente
document-part-transversal = Obiettivi trasversali
document-missing-transversal = Gli obiettivi con più responsabili sono trasversali: scriverli in «responsibles» o in «holds» di ciascun responsabile.
document-transversal-caption = Obiettivi a cui contribuiscono aree diverse
document-data-transversal = Obiettivi trasversali
document-part-acts = Atti citati
document-missing-acts = Scrivere gli atti in [[act]].
document-sheet-description = Descrizione e azioni da intraprendere
