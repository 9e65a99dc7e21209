# Reading plan files: what could not be used, where, and what to do about it.

## The whole file

finding-format-utf16 = The file is written in UTF-16, an encoding that plan files do not use.
finding-format-utf16-help = Save the file again in UTF-8: text editors usually offer it under "Save as".

finding-format-not-utf8 = From here on the text is not UTF-8.
finding-format-not-utf8-help = The file was saved in another encoding, such as Windows-1252. Save it again in UTF-8; if the place holds an unreadable accented letter, type it again.

finding-format-toml-syntax = This is not TOML: { $text }.
finding-format-toml-syntax-help = Check quotation marks, brackets and equals signs there. A text stands in quotation marks (title = "…"); a name is not written twice in one table.

finding-format-json-syntax = This is not JSON: { $text }.
finding-format-json-syntax-help = Check commas, quotation marks and brackets there. The file must be one object in braces, without comments or trailing commas.

finding-format-too-deep = The file holds brackets nested more than { $known } deep.
finding-format-too-deep-help = No plan needs as many: the file is probably damaged, or no plan.

finding-format-other-version = The file says it is version "{ $text }" of the format; version { $known } is read here.
finding-format-other-version-help = It was read as version { $known }. If it comes from a newer Traguardo, update the program and read it again.

finding-format-not-a-workbook = The file is no .xlsx or .ods workbook.
finding-format-not-a-workbook-help = A name may deceive: a CSV file or a text document stays what it is when it is renamed. Open it with LibreOffice or Excel and save it as .xlsx or .ods.

finding-format-workbook-old = The workbook is in the old .xls format.
finding-format-workbook-old-help = Open it with LibreOffice or Excel and save it as .xlsx or .ods.

finding-format-workbook-binary = The workbook is in the binary .xlsb format.
finding-format-workbook-binary-help = Open it with Excel and save it as .xlsx.

finding-format-workbook-encrypted = The workbook is locked by a password and cannot be read.
finding-format-workbook-encrypted-help = Open it with the password, remove the protection and save it again. Protection of single sheets does no harm.

finding-format-workbook-damaged = The workbook is damaged: its inner structure cannot be read.
finding-format-workbook-damaged-help = Copy the file again from where it came. If LibreOffice or Excel can open it, save it under another name and try again.

finding-format-workbook-too-large = The workbook is larger than can be read { $what ->
    [file] (the file exceeds { $known } MB)
    [parts] (it holds too many parts)
    [cells] (it holds too many cells or too much text)
   *[other] (unpacked, it is out of all proportion)
}.
finding-format-workbook-too-large-help = A body's plan takes a few megabytes. Often the cause is foreign rows or pictures, or empty cells formatted down to the end of a sheet: copy only the data into a new template.

finding-format-workbook-full = The plan does not fit into a workbook: a sheet has at most 1,048,576 rows and 16,384 columns.
finding-format-workbook-full-help = Write the plan as TOML or JSON, which have no such limit.

finding-format-workbook-not-written = The workbook could not be written: { $text }.
finding-format-workbook-not-written-help = Write the plan as TOML or JSON, and report the problem with the plan that causes it.

finding-format-no-known-sheet = No sheet has a known name (there are: { $text }).
finding-format-no-known-sheet-help = Sheets are recognised by name, such as "{ $known }". The command "traguardo template" makes a template with all sheets and instructions.

## Sheets, columns, cells

finding-format-sheet-damaged = The sheet "{ $sheet }" is damaged: it was read as far as possible.
finding-format-sheet-damaged-help = Compare the last rows read with those of the sheet. If LibreOffice or Excel can open the file, save it under another name and try again.

finding-format-unknown-sheet = The sheet "{ $text }" was not read: its name is none of a plan's sheets.{ $known ->
    [none] { "" }
   *[other] { " " }Perhaps: { $known }.
}
finding-format-unknown-sheet-help = If it holds data of the plan, give it the name that it has in the template; notes may stay as they are.

finding-format-no-head = The sheet "{ $sheet }" has no row of column heads.
finding-format-no-head-help = One row must hold the names of the columns, such as: { $known }. A title may stand above it; the order of columns does not matter.

finding-format-unknown-column = The column "{ $text }" was not read: its head is not known.{ $known ->
    [none] { "" }
   *[other] { " " }Perhaps: { $known }.
}{ $count ->
    [none] { "" }
   *[other] { " " }Cells not read: { $count }.
}
finding-format-unknown-column-help = Use the head of the template. For the values of a period: "Target 31/12/2026", "Valore storico 2025", or "Target [name of the period]".

finding-format-repeated-column = The column "{ $text }" stands there twice: the first counts.
finding-format-repeated-column-help = Remove or rename the second. Several values of one period go into the sheet Valori, one in each row.

finding-format-cells-without-head = Column { $column } has no head: cells not read { $count }.
finding-format-cells-without-head-help = Write the head of the field that they belong to, or leave them if they are notes.

finding-format-unknown-entry = The entry "{ $text }" is not known and its value was not read.{ $known ->
    [none] { "" }
   *[other] { " " }Perhaps: { $known }.
}
finding-format-unknown-entry-help = The entries of this sheet are those of the template. What has no entry of its own may stand in the notes.

finding-format-error-cell = The cell holds the error { $text } and was not used.
finding-format-error-cell-help = The formula gives no result: correct it, or write the value in its place.

finding-format-formula-without-value = The cell holds a formula that was never computed, and was not used.
finding-format-formula-without-value-help = Open the file with LibreOffice or Excel, which compute formulas, and save it; or write the value in place of the formula.

finding-format-day-in-code = The code has become a date: { $text }.
finding-format-day-in-code-help = The spreadsheet took a code such as 1.1 or 3-2 for a date. Format the column as text and type the code again.

finding-format-merged-cells = The merged cells { $range } count once, in the first: "{ $text }".
finding-format-merged-cells-help = If the value holds for several deadlines or rows, split the cells and write it in each.

finding-format-merged-filled = The merged cells { $range } count for all their rows: "{ $text }".
finding-format-merged-filled-help = Nothing to do if that was meant; otherwise split the cells.

finding-format-heading-row = The row "{ $text }" was taken for a heading, not for data.
finding-format-heading-row-help = If it is data, split the merged cells and write it in its column.

finding-format-missing-text = The cell points to a long text that is not there: { $text }.
finding-format-missing-text-help = Texts longer than a cell stand in the sheet "Testi lunghi", which is missing or has lost rows. Bring it back, or write the text in the cell.

finding-format-cell-syntax = The cell cannot be read as a list of parts: "{ $text }".
finding-format-cell-syntax-help = Shares by month: 6 = 50; 9 = 75. Effort: [{"{"} unit = "office", persons = "2" {"}"}].

finding-format-value-of-nothing = The row lacks its element or its type of value: what it belongs to is not known.
finding-format-value-of-nothing-help = In the sheet Valori each row says what it belongs to (such as indicator:1.1/2) and what type of value it is (Target, Consuntivo…).

finding-format-unknown-role = "{ $text }" is no type of value of this element.
finding-format-unknown-role-help = It may be one of: { $known }.

## Records and fields

finding-format-unknown-kind = "{ $text }" is no kind of data of a plan and was not read.{ $known ->
    [none] { "" }
   *[other] { " " }Perhaps: { $known }.
}
finding-format-unknown-kind-help = The names are those of the published schema. Check the spelling of the name in square brackets.

finding-format-not-a-record = An element with its fields ("{ $kind }") is expected here, not a text or number.
finding-format-not-a-record-help = In TOML write [[{ $kind }]] and its fields below; in JSON an object in braces.

finding-format-repeated-record = A plan has one part "{ $kind }", and here is another: its fields take the place of those before.
finding-format-repeated-record-help = Bring the fields together in one part.

finding-format-empty-record = The element "{ $kind }" is empty and was not kept.
finding-format-empty-record-help = Fill it in or remove it. If its fields could not be read, the other findings say why.

finding-format-unknown-field = The field "{ $text }" is not known and was not read.{ $known ->
    [none] { "" }
   *[other] { " " }Perhaps: { $known }.
}
finding-format-unknown-field-help = The names of fields are those of the published schema. What has no field of its own may stand in "note".

finding-format-repeated-field = The field "{ $field }" is written twice: the first counts.
finding-format-repeated-field-help = Remove the second, or bring both values together.

finding-format-repeated-key = The key "{ $text }" already belongs to another element; "{ $key }" is used here.
finding-format-repeated-key-help = Two elements of one kind cannot have the same key: references would not know which is meant. Change one and check the references.

finding-format-repeated-code = The code "{ $text }" occurs again; to tell them apart, this element is called "{ $key }".
finding-format-repeated-code-help = If the documents do print the same code twice, give one of them a key of its own (field "id", column Chiave) and use it in references.

finding-format-unknown-reference = "{ $text }" in the field "{ $field }" is nothing in the plan.
finding-format-unknown-reference-help = A key or code is looked for among: { $kinds }. Check the spelling; if several kinds share a code, write the kind before it, such as objective:1.1.

finding-format-ambiguous-reference = "{ $text }" in the field "{ $field }" may mean { $count } different things.
finding-format-ambiguous-reference-help = Write the key, or the kind before the code (objective:1.1, area:1). It was looked for among: { $kinds }.

finding-format-not-a-text = The field "{ $field }" expects a text, not a list or table.
finding-format-not-a-text-help = Write one text in quotation marks.

finding-format-not-a-list = The field "{ $field }" expects a list.
finding-format-not-a-list-help = In TOML and JSON a list stands in square brackets; in a cell its items are separated by semicolons.

finding-format-not-a-map = The field "{ $field }" expects several parts, each with its name.
finding-format-not-a-map-help = In TOML: {"{"} 6 = "50", 9 = "75" {"}"}. In JSON an object in braces.

finding-format-not-a-number = "{ $text }" in the field "{ $field }" cannot be read as a number; the text is kept.
finding-format-not-a-number-help = Such as 33,33 · 1.771 · 70,5% · € 15.530. The comma separates decimals. If there is no value, leave it empty.

finding-format-not-a-day = "{ $text }" in the field "{ $field }" cannot be read as a date; the text is kept.
finding-format-not-a-day-help = Such as 31/12/2026, 31.12.2026 or 2026-12-31.

finding-format-not-a-year = "{ $text }" in the field "{ $field }" is no year.
finding-format-not-a-year-help = Four digits, such as 2026. Several years in a list: 2026; 2027; 2028.

finding-format-not-a-month = "{ $text }" in the field "{ $field }" is no month.
finding-format-not-a-month-help = Months are written by number, from 1 to 12.

finding-format-repeated-month = Month { $text } is written twice in the field "{ $field }": the first counts.
finding-format-repeated-month-help = Remove the second.

finding-format-not-yes-no = "{ $text }" in the field "{ $field }" is neither yes nor no.
finding-format-not-yes-no-help = Write sì or no (true or false in TOML and JSON), or leave it empty.

finding-format-not-a-choice = "{ $text }" in the field "{ $field }" is none of the values allowed.
finding-format-not-a-choice-help = Allowed are: { $allowed }. In workbooks they are chosen, in Italian, from the cell's list.

finding-format-repeated-name = The name “{ $text }” stands twice in the same object: the first counts.
finding-format-repeated-name-help = Remove one of the two, or join them: several values stand in a list between square brackets.
