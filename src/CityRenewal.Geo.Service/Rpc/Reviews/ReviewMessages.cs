using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Service.Rpc.Registers;

namespace CityRenewal.Geo.Service.Rpc.Reviews;

/// <summary>Turns a review into its messages.</summary>
internal static class ReviewMessages
{
    /// <summary>A boundary with every finding.</summary>
    public static V1.ReviewedArea ToMessage(ReviewedBoundary boundary, RulePack pack, CityWork work)
    {
        var message = new V1.ReviewedArea { Id = boundary.Id, ProjectOf = boundary.ProjectOf ?? "" };
        message.Parcels.AddRange(boundary.Parcels.Select(parcel => work.City.Parcels.Ids[parcel]).Order(StringComparer.Ordinal));
        message.Findings.AddRange(boundary.Findings.Select(finding => FindingMessages.ToMessage(finding, pack, work.City)));
        return message;
    }

    /// <summary>What is wrong between boundaries.</summary>
    public static V1.BoundaryNote ToMessage(BoundaryNote note) => new()
    {
        Code = note.Code, First = note.First, Second = note.Second, AreaM2 = note.AreaM2, Text = note.Text, TextChinese = note.TextChinese,
    };

    /// <summary>A limit of a plan's own request that it breaks.</summary>
    public static V1.BrokenLimit ToMessage(string area, AreaBreach breach)
    {
        var message = new V1.BrokenLimit { Area = area, Limit = breach.Check, Text = breach.Text, TextChinese = breach.TextChinese };
        if (breach.Price is { } price)
        {
            message.PriceM2 = price;
        }

        return message;
    }

    /// <summary>What the register says of boundaries; null where it has no entry.</summary>
    public static V1.RegisterReview? ToMessage(RegisterReview? review, string city, RulePack pack, CityWork work)
    {
        if (review is null)
        {
            return null;
        }

        var message = new V1.RegisterReview { IsOpen = review.IsOpen };
        message.Overlaps.AddRange(review.Overlaps.Select(overlap => ToMessage(overlap, city)));
        message.Findings.AddRange(review.Findings.Select(found => new V1.CumulativeFinding
        {
            Finding = FindingMessages.ToMessage(found.Finding, pack, work.City), Demolition = DemolitionMessages.ToMessage(found.Demolition, found.Baseline),
        }));
        message.Vanished.AddRange(review.Vanished.Select(vanished => new V1.VanishedParcels { Entry = RegisterNames.Of(city, vanished.Entry), Parcels = vanished.Parcels }));
        return message;
    }

    private static V1.RegisterOverlap ToMessage(RegisterOverlap overlap, string city)
    {
        var message = new V1.RegisterOverlap
        {
            Boundary = overlap.Boundary,
            Entry = RegisterNames.Of(city, overlap.Entry.Id),
            Kind = RegisterMessages.KindOf(overlap.Entry.Kind),
            State = RegisterMessages.StateOf(overlap.Entry.State),
            IsInside = overlap.IsInside,
            IsConflict = overlap.IsConflict,
            LandM2 = overlap.LandM2,
        };
        message.Parcels.AddRange(overlap.Parcels);
        return message;
    }
}
