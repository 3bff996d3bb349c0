using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Reopening;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>The boundaries that a review is given: a layer, and projects inside its areas.</summary>
internal sealed record ReviewInput(string Path, string? Layer, string? Projects, int? Crs)
{
    /// <summary>The outlines, areas and projects.</summary>
    public OutlineLayer Read(IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        var areas = OutlineReader.Read(Path, Layer ?? (PlanAreas.IsPlan(Path) ? StoredReview.AreasOfPlan : null), Crs, progress, cancel);
        if (Projects is not { } projects)
        {
            return areas;
        }

        return areas.WithProjects(
            File.Exists(projects)
                ? OutlineReader.Read(projects, null, Crs, progress, cancel)
                : OutlineReader.Read(Path, projects, Crs, progress, cancel),
            projects);
    }
}
