using CityRenewal.Geo.Areas;

namespace CityRenewal.Geo.Service.Rpc.Plans;

/// <summary>Turns what a plan breaks at a price and what is in conflict into messages.</summary>
internal static class LimitMessages
{
    public static void AddTo(V1.Plan message, Plan plan)
    {
        message.PricedBreaches.AddRange(plan.PricedBreaches.Select(breach => new V1.PricedBreach
        {
            Area = breach.Area, Limit = breach.Limit, Text = breach.Text, TextChinese = breach.TextChinese, PriceM2 = breach.Price,
        }));
        if (plan.Conflict is { } conflict)
        {
            message.Conflict = ToMessage(conflict);
        }
    }

    private static V1.PlanConflict ToMessage(PlanConflict conflict)
    {
        var message = new V1.PlanConflict
        {
            Wanted = conflict.Wanted, Proven = conflict.IsProven, Text = conflict.Text, TextChinese = conflict.TextChinese,
        };
        message.Limits.AddRange(conflict.Limits.Select(limit => new V1.ConflictingLimit
        {
            Limit = limit.Limit, Value = limit.Value, FreeingValue = limit.FreeingValue, Text = limit.Text, TextChinese = limit.TextChinese,
        }));
        return message;
    }
}
