using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Service.Rpc.Plans;

/// <summary>Turns measured alternatives into their messages, by rank.</summary>
internal static class AlternativeMessages
{
    public static IReadOnlyList<V1.Plan> ToMessages(MeasuredAlternatives measured, City city)
    {
        var messages = new List<V1.Plan>();
        for (var i = 0; i < measured.Plans.Count; i++)
        {
            var message = PlanMessages.ToMessage(measured.Plans[i], city);
            message.Comparison = ToMessage(measured.Found.Alternatives[i]);
            messages.Add(message);
        }

        messages[0].Front.AddRange(measured.Found.Front.Lines.Select(line => new V1.FrontLine { Lambda = line.Lambda, Bound = line.Bound }));
        return messages;
    }

    private static V1.PlanComparison ToMessage(Alternative plan)
    {
        var message = new V1.PlanComparison
        {
            Rank = plan.Rank,
            ObjectiveAtRequest = plan.ObjectiveAtRequest,
            NetBenefitM2 = plan.NetBenefit,
            PerimeterM = plan.Perimeter,
            NetAreaM2 = plan.NetArea,
            ElectiveDemolitionM2 = plan.ElectiveDemolition,
            DemolitionM2 = plan.Demolition,
            DemolishedUnknown = plan.DemolishedUnknown,
            IsLeastDemolition = plan.IsLeastDemolition,
            Difference = plan.Difference,
            DistanceToFrontM2 = plan.DistanceToFront,
        };
        if (plan.GapAtRequest is { } gap)
        {
            message.GapAtRequest = gap;
        }

        return message;
    }
}
