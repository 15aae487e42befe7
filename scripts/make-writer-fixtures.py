"""Workbooks by openpyxl and by hand for test/fixtures/writers. Called by make-writer-fixtures.mjs. Invented patients only."""
import datetime
import io
import re
import sys
import zipfile

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule, DataBarRule, FormulaRule
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableStyleInfo
from PIL import Image as Picture

from unseekable import Unseekable

OUT = sys.argv[1]
ROWS = [
    ("00123", "Ann Sample", datetime.date(2026, 1, 5), -118.9, True),
    ("00124", "Bo Example & Sons", datetime.date(2026, 2, 9), 331.1, False),
    ("00125", " spaced  ", datetime.date(2026, 3, 1), 0.1 + 0.2, None),
]


def accounts(book):
    sheet = book.active
    sheet.title = "Accounts"
    sheet.append(["Account", "Patient", "Posted", "Balance", "Open"])
    for row in ROWS:
        sheet.append(row)
    for row in range(2, 5):
        sheet.cell(row, 1).number_format = "@"
        sheet.cell(row, 3).number_format = "mm/dd/yyyy"
        sheet.cell(row, 4).number_format = '#,##0.00;[Red]-#,##0.00'
    sheet["D5"] = "=SUM(D2:D4)"
    sheet["A1"].font = Font(bold=True, color="FF1F4E79")
    sheet["A1"].fill = PatternFill("solid", fgColor="FFDDEBF7")
    return sheet


def full():
    book = Workbook()
    sheet = accounts(book)
    sheet.freeze_panes = "B2"
    sheet.sheet_properties.tabColor = "FF70AD47"
    sheet.column_dimensions["B"].width = 22
    sheet.column_dimensions.group("F", "G", outline_level=1, hidden=True)
    sheet.row_dimensions[3].hidden = True
    sheet["H1"] = "merged"
    sheet.merge_cells("H1:I2")
    sheet.conditional_formatting.add("D2:D4", CellIsRule(operator="lessThan", formula=["0"], fill=PatternFill(bgColor="FFFFC7CE")))
    sheet.conditional_formatting.add("A2:D4", FormulaRule(formula=["$D2<0"], stopIfTrue=True, font=Font(bold=True)))
    sheet.conditional_formatting.add("D2:D4", DataBarRule("min", None, "max", None, color="FF638EC6"))
    check = DataValidation(type="list", formula1='"New,Closed"', allow_blank=True, errorStyle="warning", showErrorMessage=True)
    check.add("J2:J4")
    sheet.add_data_validation(check)
    sheet["A2"].comment = Comment("called 5 January", "Biller")
    sheet["K2"] = "portal"
    sheet["K2"].hyperlink = "https://example.com/a?b=1&c=2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    lines = book.create_sheet("Lines & more")
    lines.append(["Code", "Amount", "Half"])
    for i in range(1, 6):
        lines.append([f"C{i:03d}", i * 10.5, None])
        lines.cell(i + 1, 3, f"=B{i + 1}/2")
    table = Table(displayName="tblLines", ref="A1:C6")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleMedium2", showRowStripes=True)
    lines.add_table(table)
    chart = BarChart()
    chart.title = "Amounts"
    chart.add_data(Reference(lines, min_col=2, min_row=1, max_row=6), titles_from_data=True)
    lines.add_chart(chart, "E2")
    picture = io.BytesIO()
    Picture.new("RGB", (4, 4), (200, 30, 30)).save(picture, "PNG")
    picture.seek(0)
    lines.add_image(Image(picture), "E20")
    hidden = book.create_sheet("Keys")
    hidden.sheet_state = "hidden"
    hidden["A1"] = "x"
    book.defined_names.append(DefinedName("Rate", attr_text="0.25"))
    book.defined_names.append(DefinedName("hiddenKeys", attr_text="Keys!$A$1", hidden=True))
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def changed(data, edits, added=()):
    """The package with parts rewritten by `edits` (name -> function on text) and parts added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name in edits:
                content = edits[name](content.decode()).encode()
            new.writestr(zipfile.ZipInfo(name, (2026, 1, 2, 3, 4, 6)), content, zipfile.ZIP_DEFLATED)
        for name, content in added:
            new.writestr(zipfile.ZipInfo(name, (2026, 1, 2, 3, 4, 6)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def with_pivot(data):
    """A pivot table over Lines, custom XML and an unknown part, put in by hand."""
    cache = f'<pivotCacheDefinition xmlns="{MAIN}" xmlns:r="{REL}" r:id="rId1" refreshedBy="x" recordCount="1"><cacheSource type="worksheet"><worksheetSource ref="A1:B2" sheet="Lines &amp; more"/></cacheSource><cacheFields count="2"><cacheField name="Code" numFmtId="0"><sharedItems count="1"><s v="C001"/></sharedItems></cacheField><cacheField name="Amount" numFmtId="0"><sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1" minValue="10.5" maxValue="10.5"/></cacheField></cacheFields></pivotCacheDefinition>'
    records = f'<pivotCacheRecords xmlns="{MAIN}" count="1"><r><x v="0"/><n v="10.5"/></r></pivotCacheRecords>'
    pivot = f'<pivotTableDefinition xmlns="{MAIN}" name="Pivot1" cacheId="7" dataCaption="Values"><location ref="A3:B5" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="2"><pivotField axis="axisRow" showAll="0"><items count="2"><item x="0"/><item t="default"/></items></pivotField><pivotField dataField="1" showAll="0"/></pivotFields><rowFields count="1"><field x="0"/></rowFields><rowItems count="2"><i><x/></i><i t="grand"><x/></i></rowItems><colItems count="1"><i/></colItems><dataFields count="1"><dataField name="Sum of Amount" fld="1"/></dataFields></pivotTableDefinition>'
    rels = lambda *items: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + "".join(f'<Relationship Id="{i}" Type="{t}" Target="{target}"/>' for i, t, target in items) + "</Relationships>"
    override = lambda part, kind: f'<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml"/>'
    edits = {
        "xl/workbook.xml": lambda t: t.replace("</workbook>", f'<pivotCaches><pivotCache xmlns:r="{REL}" cacheId="7" r:id="rId90"/></pivotCaches></workbook>'),
        "xl/_rels/workbook.xml.rels": lambda t: t.replace("</Relationships>", f'<Relationship Id="rId90" Type="{REL}/pivotCacheDefinition" Target="pivotCache/pivotCacheDefinition1.xml"/><Relationship Id="rId91" Type="{REL}/customXml" Target="../customXml/item1.xml"/></Relationships>'),
        "[Content_Types].xml": lambda t: t.replace("</Types>", override("xl/pivotCache/pivotCacheDefinition1.xml", "pivotCacheDefinition") + override("xl/pivotCache/pivotCacheRecords1.xml", "pivotCacheRecords") + override("xl/pivotTables/pivotTable1.xml", "pivotTable") + "</Types>"),
    }
    added = [
        ("xl/pivotCache/pivotCacheDefinition1.xml", cache),
        ("xl/pivotCache/pivotCacheRecords1.xml", records),
        ("xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels", rels(("rId1", REL + "/pivotCacheRecords", "pivotCacheRecords1.xml"))),
        ("xl/pivotTables/pivotTable1.xml", pivot),
        ("xl/pivotTables/_rels/pivotTable1.xml.rels", rels(("rId1", REL + "/pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml"))),
        ("xl/worksheets/_rels/sheet3.xml.rels", rels(("rId1", REL + "/pivotTable", "../pivotTables/pivotTable1.xml"))),
        ("customXml/item1.xml", '<note xmlns="urn:example:note">kept</note>'),
    ]
    return changed(data, edits, added)


def with_macros(data):
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    edits = {
        "[Content_Types].xml": lambda t: t.replace(main, "application/vnd.ms-excel.sheet.macroEnabled.main+xml").replace("</Types>", '<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'),
        "xl/_rels/workbook.xml.rels": lambda t: t.replace("</Relationships>", '<Relationship Id="rId90" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>'),
    }
    return changed(data, edits, [("xl/vbaProject.bin", bytes(range(256)))])


def macros():
    book = Workbook()
    accounts(book)
    data = io.BytesIO()
    book.save(data)
    return with_macros(data.getvalue())


def odd():
    """What the standard allows and few writers do: prefixes, absolute paths, no dimension, no r, every cell type, entities, CDATA."""
    ns = f'xmlns:x="{MAIN}" xmlns:r="{REL}"'
    head = '<?xml version="1.0" encoding="utf-8"?>'
    parts = [
        ("[Content_Types].xml", head + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/book/main.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/book/s1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/book/texts.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'),
        ("_rels/.rels", head + f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="R1" Type="{REL}/officeDocument" Target="/book/main.xml"/></Relationships>'),
        ("book/main.xml", head + f'<x:workbook {ns}><x:workbookPr date1904="1"/><x:sheets><x:sheet name="Odd" sheetId="9" r:id="RA"/></x:sheets></x:workbook>'),
        ("book/_rels/main.xml.rels", head + f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="RA" Type="{REL}/worksheet" Target="/book/s1.xml"/><Relationship Id="RB" Type="{REL}/sharedStrings" Target="texts.xml"/></Relationships>'),
        ("book/texts.xml", head + f'<x:sst {ns}><x:si><x:t>plain &amp; &#233;</x:t></x:si><x:si><x:r><x:t>rich </x:t></x:r><x:r><x:rPr><x:b/></x:rPr><x:t xml:space="preserve"> text</x:t></x:r><x:rPh sb="0" eb="1"><x:t>phonetic</x:t></x:rPh></x:si><x:si><x:t><![CDATA[a <b> & c]]></x:t></x:si><x:si><x:t xml:space="preserve">line_x000D_\nend </x:t></x:si></x:sst>'),
        ("book/s1.xml", head + f"<x:worksheet {ns}><x:sheetData><x:row><x:c t='s'><x:v>0</x:v></x:c><x:c t=\"s\"><x:v>1</x:v></x:c><x:c t=\"s\"><x:v>2</x:v></x:c><x:c t=\"s\"><x:v>3</x:v></x:c></x:row><!-- </x:row> --><x:row r=\"3\"><x:c r=\"B3\" t=\"d\"><x:v>2026-01-05T12:00:00</x:v></x:c><x:c t=\"b\"><x:v>1</x:v></x:c><x:c t=\"e\"><x:v>#N/A</x:v></x:c><x:c t=\"inlineStr\"><x:is><x:t>in &lt;line&gt;</x:t></x:is></x:c><x:c t=\"str\"><x:f>\"a\"&amp;\"b\"</x:f><x:v>ab</x:v></x:c></x:row><x:row r=\"4\"><x:c r=\"A4\"><x:f t=\"shared\" ref=\"A4:A6\" si=\"0\">B4*$C$1+1</x:f><x:v>1</x:v></x:c></x:row><x:row r=\"5\"><x:c r=\"A5\"><x:f t=\"shared\" si=\"0\"/><x:v>1</x:v></x:c></x:row><x:row r=\"6\"><x:c r=\"A6\"><x:f t=\"shared\" si=\"0\"/><x:v>1</x:v></x:c><x:c r=\"D6\"><x:f t=\"array\" ref=\"D6\">SUM(A4:A6*2)</x:f><x:v>6</x:v></x:c></x:row><x:row r=\"8\" hidden=\"1\"><x:c r=\"A8\" t=\"inlineStr\"><x:is><x:r><x:t>run one, </x:t></x:r><x:r><x:t><![CDATA[</x:row> run two]]></x:t></x:r></x:is></x:c></x:row></x:sheetData></x:worksheet>"),
    ]
    stream = Unseekable()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            with archive.open(zipfile.ZipInfo(name, (2026, 1, 2, 3, 4, 6)), "w") as file:
                file.write(content.encode())
    return bytes(stream.data)


fixtures = {"openpyxl.xlsx": with_pivot(full()), "openpyxl-macros.xlsm": macros(), "by-hand.xlsx": odd()}
for name, data in fixtures.items():
    with open(f"{OUT}/{name}", "wb") as file:
        file.write(data)
