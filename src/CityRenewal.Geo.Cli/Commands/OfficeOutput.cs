using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Reports.Content;
using CityRenewal.Geo.Reports.Office;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>A template and the file that is made of it.</summary>
/// <param name="Path">The template's path.</param>
/// <param name="Bytes">Its content.</param>
/// <param name="Output">The file to write.</param>
internal sealed record OfficeTemplate(string Path, byte[] Bytes, string Output);

/// <summary>The documents that a report is also written as.</summary>
/// <param name="Docx">The text document; null for none.</param>
/// <param name="Xlsx">The workbook; null for none.</param>
internal sealed record OfficeOutput(OfficeTemplate? Docx, OfficeTemplate? Xlsx)
{
    /// <summary>Fills and writes them; both templates are read whole before anything is written, and all that is wrong is told at once.</summary>
    /// <returns>The files.</returns>
    public IReadOnlyList<string> Write(ReportContent content)
    {
        if ((Docx ?? Xlsx) is null)
        {
            return [];
        }

        var fields = ReportFields.Of(content);
        var problems = new List<string>();
        var files = new List<(string Path, byte[] Bytes)>();
        Fill(Docx, bytes => DocxTemplate.Fill(bytes, fields));
        Fill(Xlsx, bytes => XlsxTemplate.Fill(bytes, fields));
        if (problems.Count > 0)
        {
            throw new InputException(string.Join("\nerror: ", problems));
        }

        files.ForEach(file => WholeFile.WriteStream(file.Path, stream => stream.Write(file.Bytes)));
        return [.. files.Select(file => file.Path)];

        void Fill(OfficeTemplate? template, Func<byte[], FilledTemplate> fill)
        {
            if (template is null)
            {
                return;
            }

            var filled = fill(template.Bytes);
            problems.AddRange(filled.Problems.Select(problem => $"{template.Path}: {problem}"));
            files.Add((template.Output, filled.Bytes));
        }
    }
}
