using CityRenewal.Geo.Land;
using CityRenewal.Geo.Need;
using CityRenewal.Geo.Reasons;
using CityRenewal.Geo.Reports.Json;

namespace CityRenewal.Geo.Service.Rpc.Explanations;

/// <summary>Turns the reasons of a parcel into their message.</summary>
internal static class ExplanationMessages
{
    public static V1.ParcelReasons ToMessage(ParcelDetail detail, City city, PlanFrequency frequency)
    {
        var message = new V1.ParcelReasons
        {
            Parcel = city.Parcels.Ids[detail.Parcel] ?? "",
            Area = detail.Area,
            MayJoin = detail.MayJoin,
            Reason = detail.Code.Wire(),
            Text = ToMessage(detail.Text),
            NetAreaM2 = detail.NetArea,
            BenefitM2 = detail.Benefit,
            InPlans = frequency.Counts[detail.Parcel],
        };
        if (detail.Need is { } need)
        {
            message.Need = need;
        }

        message.NeedParts.AddRange(detail.NeedParts.Select(ToMessage));
        message.Flips.AddRange(detail.Flips.Select(flip => ToMessage(flip, city)));
        message.AreaAround = detail.Around is { } around ? ToMessage(around) : null;
        return message;
    }

    public static V1.BilingualText ToMessage(ReasonText text) => new() { Text = text.Text, TextChinese = text.TextChinese };

    private static V1.NeedShare ToMessage(NeedShare part)
    {
        var message = new V1.NeedShare { Name = NeedPartWords.NameOf(part.Part), Weight = part.Weight };
        if (part.Value is { } value)
        {
            message.Value = value;
        }

        return message;
    }

    private static V1.AreaAround ToMessage(AreaAround around)
    {
        var message = new V1.AreaAround { FreeLandM2 = around.FreeLand, NetAreaM2 = around.NetArea };
        if (around.Value is { } value)
        {
            message.ObjectiveM2 = value;
        }

        return message;
    }

    private static V1.Flip ToMessage(FlipDetail flip, City city)
    {
        var message = new V1.Flip
        {
            Area = flip.Area,
            ObjectiveChangeM2 = flip.ObjectiveChange,
            BenefitM2 = flip.Benefit,
            OutlinePriceM2 = flip.OutlinePrice,
            OpeningPriceM2 = flip.OpeningPrice,
            PenaltiesM2 = flip.Penalties,
            OutlineChangeM = flip.OutlineChangeM,
        };
        message.Parcels.AddRange(Ids(flip.Parcels, city));
        message.Limits.AddRange(flip.Limits.Select(limit => new V1.LimitChange
        {
            Limit = limit.Limit,
            Title = ToMessage(limit.Title),
            Before = limit.Before,
            After = limit.After,
            Bound = limit.Bound,
            Unit = limit.Unit,
            IsBroken = limit.IsBroken,
            IsSoft = limit.IsSoft,
            Citation = limit.Citation,
        }));
        message.CutOff.AddRange(Ids(flip.CutOff.SelectMany(part => part), city));
        message.Verdicts.AddRange(flip.Verdicts.Select(ToMessage));
        return message;
    }

    private static V1.VerdictChange ToMessage(VerdictChange change)
    {
        var message = new V1.VerdictChange
        {
            Rule = change.Rule.Id,
            Before = VerdictText.Wire(change.Before),
            After = VerdictText.Wire(change.After),
        };
        if (change.Before?.Measured.Value is { } before)
        {
            message.MeasuredBefore = before;
        }

        if (change.After?.Measured.Value is { } after)
        {
            message.MeasuredAfter = after;
        }

        if ((change.After?.Limit ?? change.Before?.Limit) is { } bound)
        {
            message.Bound = bound;
        }

        return message;
    }

    private static IEnumerable<string> Ids(IEnumerable<int> parcels, City city) =>
        parcels.Select(parcel => city.Parcels.Ids[parcel] ?? "").Order(StringComparer.Ordinal);
}
