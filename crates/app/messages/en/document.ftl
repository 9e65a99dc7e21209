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
document-missing = Missing
document-as-of = at { $day }
document-provisional = provisional
document-logo = Logo of { $body }
document-an-act = act
document-act-of = { $act } ({ $organ })
document-act-number = { $act } no. { $number }
document-act-date = { $act } of { $day }
document-approved = Approved by { $act }
document-plan-approved = Plan approved by { $act }
