using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Mediation.Core.TableFiles;

/// <summary>UTF-8 with BOM, so that spreadsheets read the Chinese; text that looks like a formula gets an apostrophe.</summary>
public sealed class CsvTable : TableFile
{
    static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape };

    readonly StreamWriter text;
    readonly CsvWriter csv;

    public CsvTable(Stream file, TableHead head)
    {
        text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        csv = new CsvWriter(text, Form, leaveOpen: true);
        Row(head.Columns);
    }

    public override void Row(IReadOnlyList<object?> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(Convert.ToString(cell, CultureInfo.InvariantCulture));
        csv.NextRecord();
    }

    public override void Finish()
    {
        csv.Flush();
        text.Flush();
    }

    protected override void Dispose(bool disposing)
    {
        csv.Dispose();
        text.Dispose();
    }
}
