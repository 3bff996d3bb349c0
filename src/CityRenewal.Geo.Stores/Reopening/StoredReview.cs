using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Stores.Reopening;

/// <summary>What a review says besides its findings: of a plan's own limits, and of the register that its city keeps.</summary>
public static class StoredReview
{
    /// <summary>Layer of a plan file that has its areas; its other layers are what it says of them.</summary>
    public const string AreasOfPlan = "renewal_areas";

    /// <summary>Boundaries as a review takes them, with what is stated of them and what a plan proposes in them.</summary>
    /// <param name="outlines">The boundaries.</param>
    /// <param name="plan">The plan that they are areas of; null where they are of anyone.</param>
    /// <param name="work">The work on their city.</param>
    /// <param name="declared">What is stated of them.</param>
    public static OutlinesUnderReview Outlines(OutlineLayer outlines, StoredPlan? plan, CityWork work, AreaDeclaration declared) =>
        new(outlines.Ids, outlines.Shapes, outlines.Epsg)
        {
            Declared = declared,
            ProjectsOf = outlines.ProjectsOf,
            Dispositions = plan is null ? [] : ProposedByArea.Of(work, outlines.Ids, plan.Areas, StoredSession.DispositionsOf(plan, work.City, work)),
        };

    /// <summary>What a plan breaks of the limits that it was made under, as an edited plan is held to them; null where it was made under none.</summary>
    /// <param name="session">Opens the plan with the rules that it is judged by.</param>
    /// <param name="plan">The plan.</param>
    /// <returns>Each breach with its area, empty where it is the plan's as a whole.</returns>
    public static IReadOnlyList<(string Area, AreaBreach Breach)>? Broken(StoredPlan plan, Func<Editing.EditSession> session)
    {
        if (plan.Options.Limits == PlanLimits.None)
        {
            return null;
        }

        var opened = session();
        return
        [
            .. from area in opened.Areas from breach in area.Breaches select (area.Area.Id, breach),
            .. from breach in opened.PlanBreaches select ("", breach),
        ];
    }

    /// <summary>Boundaries held against a register, which remembers what earlier projects demolish; null where it has no entry.</summary>
    /// <param name="register">The register.</param>
    /// <param name="review">The review.</param>
    /// <param name="plan">The plan that the boundaries are areas of; null where nothing is proposed in them.</param>
    /// <param name="work">The work on their city.</param>
    /// <param name="cancel">Ends the work.</param>
    public static RegisterReview? Against(RenewalRegister register, BoundaryReview review, StoredPlan? plan, CityWork work, CancellationToken cancel = default)
    {
        if (register.Entries.Count == 0)
        {
            return null;
        }

        var facts = work.Facts(cancel: cancel);
        var proposed = plan is null ? null : StoredSession.DispositionsOf(plan, work.City, work);
        return RegisterReview.Of(register, (work.City, facts), review.Pack, [.. review.Boundaries.Select(boundary =>
        {
            var own = BaselineFreezing.RowsOn(facts, boundary.Parcels).ToHashSet();
            return new SubmittedLand(boundary.Id, boundary.Parcels, proposed?.Where(one => own.Contains(one.Building)).ToList());
        })]);
    }
}
