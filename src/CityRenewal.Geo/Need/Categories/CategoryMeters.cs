namespace CityRenewal.Geo.Need;

/// <summary>The signs of one category, ready to be measured on the parcels of a city.</summary>
internal sealed class CategoryMeters(CategoryDefinition definition, CategoryGround ground)
{
    private readonly (CategorySign Sign, Func<int, SignTally> Meter)[][] _groups =
        [.. definition.AnyOf.Select(group => group.AllOf.Select(sign => (sign, sign.MeterIn(ground))).ToArray())];

    /// <summary>The category.</summary>
    public CategoryDefinition Definition => definition;

    /// <summary>Whether a parcel carries the label: the best answer of any group.</summary>
    public CategoryAnswer AnswerFor(int parcel)
    {
        var best = CategoryAnswer.No;
        for (var group = 0; group < _groups.Length && best < CategoryAnswer.Yes; group++)
        {
            best = (CategoryAnswer)Math.Max((byte)best, (byte)AnswerFor(parcel, group));
        }

        return best;
    }

    /// <summary>Whether a group holds of a parcel: the worst answer of its signs.</summary>
    public CategoryAnswer AnswerFor(int parcel, int group)
    {
        var worst = CategoryAnswer.Yes;
        foreach (var (sign, meter) in _groups[group])
        {
            worst = (CategoryAnswer)Math.Min((byte)worst, (byte)sign.AnswerTo(meter(parcel)));
            if (worst == CategoryAnswer.No)
            {
                break;
            }
        }

        return worst;
    }

    /// <summary>What was measured over parcels of which a group holds.</summary>
    public IReadOnlyList<SignFinding> FindingsOver(int group, IReadOnlyList<int> parcels) =>
    [
        .. definition.AnyOf[group].AllOf.Select(sign => SignFinding.Of(sign, sign.ValueOver(ground, parcels))),
    ];
}
