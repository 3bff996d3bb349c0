using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Reports.Charts;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>
/// The files of a proposal: plan.gpkg and its map; of several alternatives each is a whole plan by itself, plan-2.gpkg and so on,
/// and plan-front.svg stands them side by side.
/// </summary>
internal sealed class PlanFiles(string path, string? map)
{
    /// <summary>The first plan.</summary>
    public string Path => path;

    /// <summary>Writes all of them; returns what was written.</summary>
    public string Write(CityWork work, MeasuredAlternatives measured, IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        var written = new List<string>();
        for (var rank = 1; rank <= measured.Plans.Count; rank++)
        {
            var plan = Named(path, rank);
            var drawn = map is null ? System.IO.Path.ChangeExtension(plan, ".svg") : Named(map, rank);
            PlanOutput.Write(plan, drawn, work, measured.Plans[rank - 1], progress, cancel);
            written.AddRange([plan, drawn]);
        }

        if (measured.Found.Asked > 1)
        {
            var front = System.IO.Path.ChangeExtension(Named(path, "front"), ".svg");
            WholeFile.Write(front, writer => writer.Write(FrontChart.ToSvg(measured.Found, $"备选方案 Alternatives · {work.City.Name}")));
            written.Add(front);
        }

        return $"written: {string.Join(", ", written)}";
    }

    private static string Named(string file, int rank) => rank == 1 ? file : Named(file, $"{rank}");

    private static string Named(string file, string suffix) => System.IO.Path.Combine(
        System.IO.Path.GetDirectoryName(file) ?? "",
        $"{System.IO.Path.GetFileNameWithoutExtension(file)}-{suffix}{System.IO.Path.GetExtension(file)}");
}
