using System.CommandLine;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Reports.Content;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>Documents that a report is also written as, filled from templates of the office.</summary>
internal sealed class OfficeChoice
{
    private readonly Option<string?> _docx = Options.ToWrite(new Option<string?>("--docx") { Description = "Document to write as well, filled from --template." });
    private readonly Option<string?> _template = new("--template") { Description = "Word template (.docx) with placeholders; data/templates has a sample 参考样式." };
    private readonly Option<string?> _xlsx = Options.ToWrite(new Option<string?>("--xlsx") { Description = "Workbook to write as well, filled from --xlsx-template." });
    private readonly Option<string?> _xlsxTemplate = new("--xlsx-template") { Description = "Workbook template (.xlsx) with placeholders; data/templates has a sample 参考样式." };

    public void AddTo(Command command)
    {
        command.Add(_docx);
        command.Add(_template);
        command.Add(_xlsx);
        command.Add(_xlsxTemplate);
    }

    /// <summary>What is asked for; templates are read before the work, not after it.</summary>
    public OfficeOutput Read(ParseResult parsed)
    {
        var problems = new List<string>();
        var docx = Pair((_docx.Name, parsed.GetValue(_docx)), (_template.Name, parsed.GetValue(_template)), problems);
        var xlsx = Pair((_xlsx.Name, parsed.GetValue(_xlsx)), (_xlsxTemplate.Name, parsed.GetValue(_xlsxTemplate)), problems);
        return problems.Count == 0 ? new OfficeOutput(docx, xlsx) : throw new InputException(string.Join("\nerror: ", problems));
    }

    private static OfficeTemplate? Pair((string Name, string? Path) output, (string Name, string? Path) template, List<string> problems)
    {
        if (output.Path is null && template.Path is null)
        {
            return null;
        }

        if (output.Path is null || template.Path is null)
        {
            problems.Add(output.Path is null
                ? $"{template.Name} {template.Path}: name the file to write with {output.Name}"
                : $"{output.Name} {output.Path}: name its template with {template.Name} (data/templates has a sample)");
            return null;
        }

        if (!File.Exists(template.Path))
        {
            problems.Add($"{template.Name} {template.Path}: there is no such file");
            return null;
        }

        return new OfficeTemplate(template.Path, File.ReadAllBytes(template.Path), output.Path);
    }
}
