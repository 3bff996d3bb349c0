using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>A layer's system on Xian 1980 or Beijing 1954.</summary>
/// <param name="Datum">Its datum.</param>
/// <param name="System">Its projection; null where that is none we know.</param>
/// <param name="Source">Where it was found.</param>
internal sealed record OldSystem(ChineseDatum Datum, ReferenceSystem? System, string Source);

/// <summary>Refuses layers on China's old datums with the reason, unless the user gives a transformation for them.</summary>
internal static class OldDatums
{
    /// <summary>The transformed layer.</summary>
    /// <exception cref="StoreException">No transformation is given for it.</exception>
    public static SystemFinding Settle(DeliveredLayer layer, OldSystem old, UserTransform? transform)
    {
        if (transform is not null && transform.IsFor(old))
        {
            return transform.Applied(layer, old.System);
        }

        var name = old.System is null ? ChineseSystems.NameOf(old.Datum) : old.System.Name;
        throw new StoreException(
            ReferenceSystemChoice.Named(layer),
            $"{old.Source} is {name}({ChineseOf(old.Datum)}), which lies tens of metres to over a hundred beside CGCS2000; only parameters "
            + "determined for the place tell how far, and they may not be published, so there are none in this program"
            + (transform is null ? "." : ", and the transformation given is for another system."),
            "Ask the surveying office 测绘主管部门 for the layer in CGCS2000, or give its parameters with --transform FILE.yaml; they are used and not kept.");
    }

    private static string ChineseOf(ChineseDatum datum) => datum switch
    {
        ChineseDatum.Xian1980 => "1980西安坐标系",
        ChineseDatum.NewBeijing => "新1954北京坐标系",
        _ => "1954北京坐标系",
    };
}
