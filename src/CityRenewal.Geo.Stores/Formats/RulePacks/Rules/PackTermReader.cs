using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Reads a sum over the buildings or parcels of an area.</summary>
internal static class PackTermReader
{
    private static readonly PackKeys Keys = new(["sum"], ["layer", .. PackConditionReader.Names]);

    /// <summary>The sum; null and noted where it says nothing that can be added up.</summary>
    public static Term? Read(PackNode? node, PackRuleNumbers numbers)
    {
        if (node is null)
        {
            return null;
        }

        var fields = node.Fields(Keys);
        var quantity = fields["sum"]?.Word(PackWords.Quantities);
        (PackNode Node, Condition Condition)[] conditions = [.. PackConditionReader.Read(node, fields, numbers)];
        if (quantity is null)
        {
            return null;
        }

        var term = new Term(quantity.Value, Layer(node, fields, quantity.Value), [.. conditions.Select(condition => condition.Condition)]);
        foreach (var (place, condition) in conditions.Where(condition => !term.Fits(condition.Condition)))
        {
            place.Trouble(PackSenseTroubles.DoesNotFit(place.Path[(place.Path.LastIndexOf('.') + 1)..], term.IsOfBuildings));
        }

        return term;
    }

    private static string Layer(PackNode node, PackFields fields, Quantity quantity)
    {
        var needsLayer = quantity is Quantity.FootprintIn or Quantity.LandIn;
        if (needsLayer && fields["layer"] is null)
        {
            node.Trouble(PackShapeTroubles.MissingField("layer"));
        }
        else if (!needsLayer && fields["layer"] is { } layer)
        {
            layer.Trouble(PackShapeTroubles.UnknownField("layer", [.. Keys.All.Where(key => key != "layer")]));
        }

        return needsLayer && fields["layer"] is { } given ? PackConditionReader.Layer(given) : "";
    }
}
