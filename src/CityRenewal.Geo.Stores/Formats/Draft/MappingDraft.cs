using System.Text;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// Drafts a mapping from the data: what each layer was taken for and why, and of every field what stands in it and what it
/// would be read as. The draft runs as it is; only a reference system that nothing says must still be given.
/// </summary>
public static class MappingDraft
{
    /// <summary>The draft as YAML.</summary>
    /// <exception cref="StoreException">All files that cannot be read.</exception>
    public static string Of(ImportRequest request, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        var problems = new ImportProblems();
        var files = DeliveredFiles.Open(DeliveredPaths.From(request.Files, problems).Layers, problems, cancel);
        var text = new StringBuilder();
        text.Append("# Drafted from the data: look at every line behind a #, correct what is wrong, then give this file with --map.\n");
        text.Append("# Under values, say what a word means; under zero, whether 0 means unknown; classification is public, internal, confidential or secret.\n");
        text.Append("classification: ").Append(CityRenewal.Geo.Land.ClassificationWords.Wire(request.Classification)).Append('\n');
        if (request.BaselineYear is { } year)
        {
            text.Append("baseline_year: ").Append(year).Append('\n');
        }

        text.Append("layers:\n");
        foreach (var file in files)
        {
            foreach (var layer in file.Layers)
            {
                cancel.ThrowIfCancellationRequested();
                if (problems.Try(() => file.Read(layer, encoding: null, progress, cancel)) is { } delivered)
                {
                    Append(text, request, file, delivered);
                }
            }
        }

        problems.ThrowIfAny();
        return text.ToString();
    }

    private static void Append(StringBuilder text, ImportRequest request, IDeliveredFile file, DeliveredLayer delivered)
    {
        var isOnly = file.Layers.Count == 1;
        var names = isOnly ? [delivered.Name, Path.GetFileNameWithoutExtension(file.Name)] : new[] { delivered.Name };
        var (preset, reason) = Presets.Choose(names, delivered);
        if (preset is null)
        {
            text.Append("# ").Append(file.Name).Append('/').Append(delivered.Name).Append(" is left out: no preset knows it")
                .Append(reason.Length > 0 ? $"; {reason}" : "").Append(". Its fields:\n");
            new FieldDraft(text, delivered).AppendFields("# - ", delivered.Columns);
            return;
        }

        text.Append("# ").Append(reason).Append('\n');
        text.Append("- layer: ").Append(preset.Layer).Append('\n');
        text.Append("  file: ").Append(YamlWord.Of(isOnly ? file.Name : $"{file.Name}/{delivered.Name}")).Append('\n');
        new LayerDraft(text, delivered, preset).Append(request);
    }
}
