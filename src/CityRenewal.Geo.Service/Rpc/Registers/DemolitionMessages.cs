using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Register;

namespace CityRenewal.Geo.Service.Rpc.Registers;

/// <summary>Turns demolition since a baseline into its messages.</summary>
internal static class DemolitionMessages
{
    public static V1.CumulativeDemolition ToMessage(CumulativeDemolition demolition, AreaBaseline? baseline)
    {
        var message = new V1.CumulativeDemolition
        {
            BaselineDate = baseline is null ? null : Dates.ToMessage(baseline.Date),
            ExistingM2 = demolition.Existing.Value,
            ElectiveM2 = demolition.Elective.Value,
            ExemptM2 = demolition.Exempt.Value,
        };
        if (demolition.Ratio(ExemptReading.OutOfNumerator).Value is { } ratio)
        {
            message.Ratio = ratio;
        }

        if (demolition.Ratio(ExemptReading.OutOfBoth).Value is { } without)
        {
            message.RatioExemptOutOfBoth = without;
        }

        message.Buildings.AddRange(demolition.Buildings.Where(one => one.Elective + one.Exempt > 0).Select(ToMessage));
        return message;
    }

    private static V1.CumulativeBuilding ToMessage(CumulativeBuilding one)
    {
        var message = new V1.CumulativeBuilding { Building = one.Building.Id, ElectiveShare = one.Elective, ExemptShare = one.Exempt, IsGone = one.IsGone };
        message.By.AddRange(one.By);
        if (!double.IsNaN(one.Building.FloorArea.Value))
        {
            message.FloorAreaM2 = one.Building.FloorArea.Value;
        }

        return message;
    }
}
