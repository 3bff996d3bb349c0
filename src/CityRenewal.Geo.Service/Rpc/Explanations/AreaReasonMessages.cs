using CityRenewal.Geo.Land;
using CityRenewal.Geo.Reasons;

namespace CityRenewal.Geo.Service.Rpc.Explanations;

/// <summary>Turns what binds an area into its message.</summary>
internal static class AreaReasonMessages
{
    public static V1.AreaReasons ToMessage(AreaReasons area, City city)
    {
        var message = new V1.AreaReasons { Id = area.Id };
        message.Limits.AddRange(area.Limits.Select(limit => new V1.LimitState
        {
            Limit = limit.Limit,
            Title = ExplanationMessages.ToMessage(limit.Title),
            Value = limit.Value,
            Bound = limit.Bound,
            Slack = limit.Slack,
            Unit = limit.Unit,
            Binds = limit.Binds,
            BestParcel = limit.Best is { } best ? city.Parcels.Ids[best.Parcel] ?? "" : "",
            BestGainM2 = limit.Best?.Gain ?? 0,
            Relaxation = limit.Best?.Relaxation ?? 0,
        }));
        message.Stops.AddRange(area.Stops.Select(stop => new V1.OutlineStop
        {
            Reason = stop.Reason.Wire(),
            Title = ExplanationMessages.ToMessage(stop.Reason.Title()),
            LengthM = stop.LengthM,
            Share = stop.Share,
        }));
        return message;
    }
}
