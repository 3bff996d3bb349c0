using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Service.Rpc.Plans;

/// <summary>A plan that was drawn by hand, read and checked: areas as parcels or as outlines.</summary>
internal sealed record DrawnPlan
{
    // Nobody asked for sizes: those are wishes of a search, and rules have their own.
    private const double LargestArea = 1e9;

    private readonly V1.CreatePlanRequest _request;

    private DrawnPlan(V1.CreatePlanRequest request) => _request = request;

    private RulePack? Pack { get; init; }

    private Areas.ProposalOptions Options { get; init; } = new();

    private OutlinesUnderReview? Outlines { get; init; }

    /// <summary>Reads a request.</summary>
    /// <exception cref="BadRequestException">Lists every problem.</exception>
    public static DrawnPlan Read(V1.CreatePlanRequest request)
    {
        var problems = new List<FieldProblem>();
        PlanIds.Check(request.PlanId, problems);
        if (request.Areas.Count > 0 == request.Outlines.Count > 0)
        {
            problems.Add(new FieldProblem("areas", "Give the areas either as lists of parcels or as outlines."));
        }

        var outlines = request.Outlines.Count > 0 ? OutlineRequest.Read(request.Outlines, request.EpsgCode, problems) : null;
        var pack = RulePackRequests.Of(request.RulePack, request.Parameters, null, problems);
        if (request.Outlines.Count > 0 && request.RulePack.Length == 0)
        {
            problems.Add(new FieldProblem("rule_pack", "Outlines are judged by a rule pack; name one, or give the areas as lists of parcels."));
        }

        var options = new Areas.ProposalOptions
        {
            ReferenceYear = request.HasReferenceYear ? request.ReferenceYear : null, MinimumArea = 0, MaximumArea = LargestArea,
        };
        problems.AddRange(ProposalOptionChecks.Check(options).Select(problem => new FieldProblem(problem.Field, problem.Said)));
        return problems.Count == 0
            ? new DrawnPlan(request) { Pack = pack, Options = options, Outlines = outlines }
            : throw new BadRequestException(problems);
    }

    /// <summary>Measures and judges it on a city.</summary>
    /// <returns>The plan, what its file tells, and the work on the city that it was measured on.</returns>
    /// <exception cref="BadRequestException">Areas hold no parcel of the city.</exception>
    /// <exception cref="EditException">Two areas share an id or a parcel, or there is no such parcel; lists all of it.</exception>
    public (MeasuredPlan Measured, PlanContent Content, CityWork On) Measure(CityWork work, CancellationToken cancel)
    {
        var session = Outlines is null
            ? PlanEditing.Open(
                work, (Options, Pack), new EditStart { Areas = [.. _request.Areas.Select(area => (area.Id, (IReadOnlyList<string>)area.Parcels))] }, null, cancel)
            : OfOutlines(work, Outlines, cancel);
        var (drawn, on) = PlanEditing.Measure(session, cancel);
        var (measured, reasons) = PlanEditing.Explain(drawn, on, null, cancel);
        return (measured, PlanContent.Of(measured) with { Reasons = reasons }, on);
    }

    private EditSession OfOutlines(CityWork work, OutlinesUnderReview outlines, CancellationToken cancel)
    {
        var review = BoundaryReview.Of(work, Pack!, outlines, Options, null, cancel);
        var empty = review.Boundaries.Select((boundary, i) => (boundary, i)).Where(each => each.boundary.Parcels.Count == 0).ToList();
        return empty.Count == 0
            ? PlanEditing.Open(review, work, Options, cancel)
            : throw new BadRequestException([.. empty.Select(each => new FieldProblem(
                $"outlines[{each.i}]", $"No parcel of the city lies in '{each.boundary.Id}'; check its place and epsg_code."))]);
    }
}
