using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Runs;
using CityRenewal.Geo.Service.V1;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Rpc;

/// <summary>Judges boundaries from anyone.</summary>
internal sealed class ReviewsService(CityShelf shelf) : Reviews.ReviewsBase
{
    public override Task<ReviewAreasResponse> ReviewAreas(ReviewAreasRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        return Task.Run(() => ReviewAsync(request, cancel), cancel);
    }

    private async Task<ReviewAreasResponse> ReviewAsync(ReviewAreasRequest request, CancellationToken cancel)
    {
        var problems = new List<FieldProblem>();
        var city = CityRequests.NameOf(request.City, problems);
        var outlines = OutlineRequest.Read(request.Outlines, request.EpsgCode, problems);
        var found = RulePackRequests.Find(request.RulePack, request.Parameters, problems);
        var options = new Areas.ProposalOptions { ReferenceYear = request.HasReferenceYear ? request.ReferenceYear : null };
        problems.AddRange(ProposalOptionChecks.Check(options).Select(problem => new FieldProblem(problem.Field, problem.Said)));
        if (problems.Count > 0 || found is not { } pack)
        {
            throw new BadRequestException(problems);
        }

        var work = await CityRequests.FindAsync(shelf, city, null, cancel);
        var declared = new Metrics.AreaDeclaration
        {
            Numbers = request.Declared.ToDictionary(number => number.Key, number => number.Value, StringComparer.Ordinal),
            Documents = request.Documents?.Names.ToList(),
        };
        var reviewed = BoundaryReview.Of(work, pack, outlines with { Declared = declared }, options, null, cancel);
        var response = new ReviewAreasResponse
        {
            RulePack = RulePackMessages.ToMessage(pack),
            DataVersion = work.City.DataVersion,
            Disclaimer = MeasuredPlan.Disclaimer,
        };
        response.Areas.AddRange(reviewed.Boundaries.Select(boundary => ToMessage(boundary, pack, work)));
        return response;
    }

    private static ReviewedArea ToMessage(ReviewedBoundary boundary, Compliance.RulePack pack, CityWork work)
    {
        var message = new ReviewedArea { Id = boundary.Id };
        message.Parcels.AddRange(boundary.Parcels.Select(parcel => work.City.Parcels.Ids[parcel]).Order(StringComparer.Ordinal));
        message.Findings.AddRange(boundary.Findings.Select(finding => FindingMessages.ToMessage(finding, pack, work.City)));
        return message;
    }
}
