using System.Globalization;
using CityRenewal.Geo.Areas;

namespace CityRenewal.Geo.Delineation;

/// <summary>Says that a limit of the request is broken: withheld where it is hard, priced where it is soft.</summary>
internal static class LimitText
{
    /// <summary>A breach of a limit.</summary>
    /// <param name="limit">The limit by its word of the request.</param>
    /// <param name="text">What was found, in English.</param>
    /// <param name="chinese">The same in Chinese.</param>
    /// <param name="price">What it costs in all, m² of benefit; null where the limit is hard.</param>
    public static AreaBreach Breach(string limit, FormattableString text, FormattableString chinese, double? price) =>
        new(limit, text.ToString(CultureInfo.InvariantCulture), chinese.ToString(CultureInfo.InvariantCulture)) { Price = price };

    /// <summary>What a soft limit costs that is broken by so many units.</summary>
    public static double? PriceOf(PricedLimit limit, double units) => limit.Price is { } price ? price * units : null;
}
