using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Rpc.Plans;
using CityRenewal.Geo.Service.Runs;
using CityRenewal.Geo.Service.V1;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Reopening;
using Google.Protobuf.Collections;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Rpc.Reviews;

/// <summary>Judges boundaries from anyone, and plans that the office keeps.</summary>
internal sealed class ReviewsService(CityShelf shelf, StoredPlans plans) : V1.Reviews.ReviewsBase
{
    public override Task<ReviewAreasResponse> ReviewAreas(ReviewAreasRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        return Task.Run(() => ReviewAsync(request, cancel), cancel);
    }

    public override Task<ReviewPlanResponse> ReviewPlan(ReviewPlanRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        return Task.Run(() => ReviewAsync(request, cancel), cancel);
    }

    private async Task<ReviewAreasResponse> ReviewAsync(ReviewAreasRequest request, CancellationToken cancel)
    {
        var problems = new List<FieldProblem>();
        var city = CityRequests.NameOf(request.City, problems);
        var outlines = OutlineRequest.Read(request.Outlines, request.Projects, request.EpsgCode, problems);
        var found = RulePackRequests.Find(request.RulePack, request.Parameters, problems);
        var options = OptionsOf(request.HasReferenceYear ? request.ReferenceYear : null, problems);
        if (problems.Count > 0 || found is not { } pack)
        {
            throw new BadRequestException(problems);
        }

        var work = await CityRequests.FindAsync(shelf, city, null, cancel);
        var reviewed = BoundaryReview.Of(work, pack, outlines with { Declared = AreaDeclaration.Of(options with { Stated = StatedIn(request.Declared, request.Documents) }) }, options, null, cancel);
        var register = StoredReview.Against(CityRequests.Kept(shelf, city).ReadRegister(), reviewed, null, work, cancel);
        var response = new ReviewAreasResponse
        {
            RulePack = RulePackMessages.ToMessage(pack),
            DataVersion = work.City.DataVersion,
            Disclaimer = MeasuredPlan.Disclaimer,
            Register = ReviewMessages.ToMessage(register, city, pack, work),
        };
        response.Areas.AddRange(reviewed.Boundaries.Select(boundary => ReviewMessages.ToMessage(boundary, pack, work)));
        response.Notes.AddRange(reviewed.Notes.Select(ReviewMessages.ToMessage));
        return response;
    }

    private async Task<ReviewPlanResponse> ReviewAsync(ReviewPlanRequest request, CancellationToken cancel)
    {
        var problems = new List<FieldProblem>();
        var plan = await plans.OpenAsync(request.Name, "name", null, cancel);
        var options = OptionsOf(request.HasReferenceYear ? request.ReferenceYear : plan.Stored.Options.ReferenceYear, problems) with
        {
            UdbTolerance = plan.Stored.Options.UdbTolerance,
        };
        if (problems.Count > 0)
        {
            throw new BadRequestException(problems);
        }

        var (pack, work) = (plan.UnderRules(request.RulePack, request.Parameters).Rules, plan.Work);
        var outlines = plan.City.ReadPlan(plan.Known.Id, path => OutlineReader.Read(path, StoredReview.AreasOfPlan, epsg: null, progress: null, cancel));

        // What the plan keeps as stated holds, but for what the caller states anew.
        var made = plan.Stored.Options with { Stated = plan.Stored.Options.Stated.With(StatedIn(request.Declared, request.Documents)) };
        var reviewed = BoundaryReview.Of(work, pack, StoredReview.Outlines(outlines, plan.Stored, work, AreaDeclaration.Of(made)), options, null, cancel);
        var broken = StoredReview.Broken(plan.Stored, () => plan.Session((made, pack), null, cancel));
        var register = StoredReview.Against(plan.City.ReadRegister(), reviewed, plan.Stored, work, cancel);
        var response = new ReviewPlanResponse
        {
            RulePack = RulePackMessages.ToMessage(pack),
            DataVersion = work.City.DataVersion,
            Disclaimer = MeasuredPlan.Disclaimer,
            Register = ReviewMessages.ToMessage(register, plan.City.Id, pack, work),
        };
        response.Areas.AddRange(reviewed.Boundaries.Select(boundary => ReviewMessages.ToMessage(boundary, pack, work)));
        response.Notes.AddRange(reviewed.Notes.Select(ReviewMessages.ToMessage));
        response.BrokenLimits.AddRange((broken ?? []).Select(each => ReviewMessages.ToMessage(each.Area, each.Breach)));
        response.Warnings.AddRange(plan.Warnings);
        return response;
    }

    private static Areas.ProposalOptions OptionsOf(int? year, List<FieldProblem> problems)
    {
        var options = new Areas.ProposalOptions { ReferenceYear = year };
        problems.AddRange(ProposalOptionChecks.Check(options).Select(problem => new FieldProblem(problem.Field, problem.Said)));
        return options;
    }

    private static Areas.StatedFacts StatedIn(MapField<string, double> numbers, DocumentList? documents) => new()
    {
        Numbers = numbers.ToDictionary(number => number.Key, number => number.Value, StringComparer.Ordinal),
        Documents = documents?.Names.ToList(),
    };
}
