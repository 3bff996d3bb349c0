using System.Globalization;
using System.Text;

namespace CityRenewal.Geo.Benchmarks;

/// <summary>Writes the trials as one Markdown table: medians with spread, and how many times longer each peer takes.</summary>
public static class ResultTable
{
    /// <summary>The table of all trials, grouped by suite and operation.</summary>
    public static string ToMarkdown(IReadOnlyList<Trial> trials)
    {
        var text = new StringBuilder();
        text.AppendLine("| suite | operation | parcels | who | median s | min – max s | CPU s | ns per feature | times ours | note |");
        text.AppendLine("|---|---|--:|---|--:|--:|--:|--:|--:|---|");
        foreach (var group in trials.GroupBy(trial => (trial.Suite, trial.Operation, trial.Parcels)))
        {
            var ours = group.FirstOrDefault(trial => trial.Who == "ours");
            foreach (var trial in group)
            {
                text.AppendLine(CultureInfo.InvariantCulture,
                    $"| {trial.Suite} | {trial.Operation} | {trial.Parcels:N0} | {trial.Who} | {trial.Median:G4} | {trial.WallSeconds[0]:G4} – {trial.WallSeconds[^1]:G4} | {Cpu(trial)} | {trial.NanosecondsPerFeature:F0} | {Times(trial, ours)} | {trial.Note} |");
            }
        }

        return text.ToString();
    }

    private static string Cpu(Trial trial) =>
        trial.MedianCpu is { } seconds ? seconds.ToString("G4", CultureInfo.InvariantCulture) : "–";

    private static string Times(Trial trial, Trial? ours) =>
        ours is null || ours == trial ? "" : (trial.Median / ours.Median).ToString("F1", CultureInfo.InvariantCulture);
}
