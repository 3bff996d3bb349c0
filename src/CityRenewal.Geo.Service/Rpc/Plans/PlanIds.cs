using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Stores.Offices;

namespace CityRenewal.Geo.Service.Rpc.Plans;

/// <summary>Ids that callers choose for plans.</summary>
internal static class PlanIds
{
    // Plans of other ranks have their rank behind the id.
    private const int LongestFirst = 56;

    /// <summary>Checks the id of a proposal; none is fine.</summary>
    public static void CheckFirst(V1.ProposePlansRequest request, List<FieldProblem> problems)
    {
        if (request.PlanId.Length > 0 && (!OfficeNames.IsId(request.PlanId) || request.PlanId.Length > LongestFirst))
        {
            problems.Add(new FieldProblem("plan_id", $"'{request.PlanId}' cannot be the id of a plan; take {OfficeNames.Said}, at most {LongestFirst}."));
        }
    }

    /// <summary>Checks the id of a plan.</summary>
    public static void Check(string id, List<FieldProblem> problems)
    {
        if (!OfficeNames.IsId(id))
        {
            problems.Add(new FieldProblem("plan_id", $"'{id}' cannot be the id of a plan; take {OfficeNames.Said}."));
        }
    }

    /// <summary>Looks at the ids of all alternatives before anything is searched.</summary>
    /// <exception cref="OfficeConflictException">There is a plan of one of the ids.</exception>
    public static void RequireNew(V1.ProposePlansRequest request, IOfficeCity city)
    {
        for (var rank = 1; request.PlanId.Length > 0 && rank <= ProposalRequests.ToOptions(request.Options).Alternatives; rank++)
        {
            RequireNew(ProposeRun.IdOf(request, "", rank), city);
        }
    }

    /// <exception cref="OfficeConflictException">There is a plan of that id.</exception>
    public static void RequireNew(string id, IOfficeCity city)
    {
        if (id.Length > 0 && city.FindPlan(id) is not null)
        {
            throw new OfficeConflictException(OfficeConflict.Exists, $"There is a plan {id} in {city.Id} already; take another id.");
        }
    }
}
