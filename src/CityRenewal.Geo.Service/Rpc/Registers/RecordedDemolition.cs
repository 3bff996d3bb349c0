using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Rpc.Plans;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Reopening;

namespace CityRenewal.Geo.Service.Rpc.Registers;

/// <summary>What a request says that an entry demolishes: by a stored plan, building by building, or nothing.</summary>
internal sealed record RecordedDemolition
{
    private readonly V1.RecordDemolitionRequest _request;

    private RecordedDemolition(V1.RecordDemolitionRequest request) => _request = request;

    /// <summary>Reads a request; adds what is wrong with it.</summary>
    public static RecordedDemolition Read(V1.RecordDemolitionRequest request, List<FieldProblem> problems)
    {
        var ways = (request.Plan.Length > 0 ? 1 : 0) + (request.ElectiveBuildings.Count + request.ExemptBuildings.Count > 0 ? 1 : 0) + (request.Nothing ? 1 : 0);
        if (ways != 1)
        {
            problems.Add(new FieldProblem("plan", "Say what goes in one way: by a plan, by lists of buildings, or with `nothing`."));
        }

        if (request.Plan.Length > 0 && ResourceNames.Ids(request.Plan, "plan", "cities", "plans")[0] != RegisterNames.Ids(request.Name, "name").City)
        {
            problems.Add(new FieldProblem("plan", "It is a plan of another city; name one of the city that the register is of."));
        }

        return new RecordedDemolition(request);
    }

    /// <summary>The claims on an entry's land.</summary>
    public IReadOnlyList<DemolitionClaim> ClaimsOn(RegisterEntry entry, RenewalRegister register, CityWork work, PlanKeeping plans, CancellationToken cancel)
    {
        if (_request.Plan.Length == 0)
        {
            return NamedDemolition.Of((work.City, work.Facts(cancel: cancel)), register, entry, ([.. _request.ElectiveBuildings], [.. _request.ExemptBuildings]));
        }

        var (city, plan) = plans.Find(_request.Plan, "plan");
        return PlannedDemolition.On(city.ReadPlan(plan.Id, PlanFile.Read), work, entry, cancel);
    }
}
