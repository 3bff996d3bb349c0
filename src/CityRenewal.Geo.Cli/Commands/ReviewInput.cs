using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Reopening;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>The boundaries that a review is given: a layer, and projects inside its areas.</summary>
internal sealed record ReviewInput(string Path, string? Layer, string? Projects, int? Crs)
{
    // The areas of a plan file; its other layers are what it says of them.
    private const string AreasOfPlan = "renewal_areas";

    /// <summary>The outlines, areas and projects.</summary>
    public OutlineLayer Read(IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        var areas = OutlineReader.Read(Path, Layer ?? (PlanAreas.IsPlan(Path) ? AreasOfPlan : null), Crs, progress, cancel);
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

    /// <summary>The same with what is stated of them and what a plan proposes in them.</summary>
    public static OutlinesUnderReview UnderReview(OutlineLayer outlines, StoredPlan? plan, CityWork work, AreaDeclaration declared) =>
        new(outlines.Ids, outlines.Shapes, outlines.Epsg)
        {
            Declared = declared,
            ProjectsOf = outlines.ProjectsOf,
            Dispositions = plan is null ? [] : ProposedByArea.Of(work, outlines.Ids, plan.Areas, StoredSession.DispositionsOf(plan, work.City, work)),
        };
}
