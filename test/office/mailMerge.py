"""Merges a Word template with one sheet of a workbook to one PDF, as LibreOffice's mail merge does it.

mailMerge.py SOFFICE TEMPLATE.docx BOOK.xlsx SHEET FILTER FOLDER  ->  FOLDER/letters.pdf

LibreOffice ties a field to a data source only in its own format: the template is read, its fields are pointed at the sheet, saved as .odt and
merged from there. The workbook itself is the data source, as saved.
"""
import glob
import os
import signal
import subprocess
import sys
import time

import uno
from com.sun.star.beans import NamedValue, PropertyValue

SOFFICE, TEMPLATE, BOOK, SHEET, FILTER, FOLDER = sys.argv[1:]
PIPE = "letters%d" % os.getpid()
url = uno.systemPathToFileUrl


def prop(name, value):
    it = PropertyValue()
    it.Name, it.Value = name, value
    return it


def connect():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % PIPE)
        except Exception:
            time.sleep(0.25)
    raise SystemExit("LibreOffice did not start")


def data_source(manager, context):
    databases = manager.createInstanceWithContext("com.sun.star.sdb.DatabaseContext", context)
    source = databases.createInstance()
    source.URL = "sdbc:calc:" + url(BOOK)
    place = url(os.path.join(FOLDER, "letters.odb"))
    source.DatabaseDocument.storeAsURL(place, ())
    databases.registerObject("Letters", source)


def tied_template(manager, context):
    desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL(url(TEMPLATE), "_blank", 0, (prop("Hidden", True),))
    found = []
    fields = document.TextFields.createEnumeration()
    while fields.hasMoreElements():
        field = fields.nextElement()
        if field.supportsService("com.sun.star.text.TextField.Database"):
            found.append((field, field.TextFieldMaster.DataColumnName))
    if not found:
        raise SystemExit("no merge fields in the template")
    for field, column in found:
        master = document.createInstance("com.sun.star.text.FieldMaster.Database")
        master.DataBaseName, master.DataTableName, master.DataCommandType, master.DataColumnName = "Letters", SHEET, 0, column
        fresh = document.createInstance("com.sun.star.text.TextField.Database")
        fresh.attachTextFieldMaster(master)
        anchor = field.Anchor
        anchor.Text.insertTextContent(anchor, fresh, True)
    place = url(os.path.join(FOLDER, "template.odt"))
    document.storeToURL(place, (prop("FilterName", "writer8"),))
    document.close(True)
    return place


def merge(manager, context, template):
    job = manager.createInstanceWithContext("com.sun.star.text.MailMerge", context)
    job.DataSourceName, job.CommandType, job.Command = "Letters", 0, SHEET
    job.DocumentURL, job.OutputType, job.OutputURL = template, 2, url(FOLDER)
    job.SaveAsSingleFile, job.FileNamePrefix, job.SaveFilter = True, "merged", "writer_pdf_Export"
    if FILTER:
        job.EscapeProcessing, job.Filter = True, FILTER
    job.execute(())
    os.replace(glob.glob(os.path.join(FOLDER, "merged*"))[0], os.path.join(FOLDER, "letters.pdf"))


office = subprocess.Popen(
    [SOFFICE, "-env:UserInstallation=" + url(os.path.join(FOLDER, "profile")), "--headless", "--norestore", "--accept=pipe,name=%s;urp;" % PIPE],
    start_new_session=True,
)
# Whatever happens, LibreOffice does not outlive the merge.
signal.signal(signal.SIGALRM, lambda *_: sys.exit("LibreOffice took too long"))
signal.alarm(100)
try:
    context = connect()
    manager = context.ServiceManager
    data_source(manager, context)
    merge(manager, context, tied_template(manager, context))
    manager.createInstanceWithContext("com.sun.star.frame.Desktop", context).terminate()
    office.wait(30)
finally:
    if office.poll() is None:
        os.killpg(office.pid, signal.SIGKILL)
