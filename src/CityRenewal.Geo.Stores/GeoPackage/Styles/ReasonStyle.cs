using CityRenewal.Geo.Reasons;

namespace CityRenewal.Geo.Stores.GeoPackage.Styles;

/// <summary>A colour for every main reason, the same as on the map of reasons.</summary>
internal static class ReasonStyle
{
    internal static readonly StyleClass[] Classes =
    [
        .. from code in Enum.GetValues<ReasonCode>()
           let title = code.Title()
           select new StyleClass(code.Wire(), $"{title.TextChinese} {title.Text}", StyleSymbol.Fill(ReasonColours.Of(code), 0.85, "#6f6a60", 0.1)),
        new("", "其他 Other", StyleSymbol.Fill("#e6e6e6", 0.6, "#6f6a60", 0.1)),
    ];
}
