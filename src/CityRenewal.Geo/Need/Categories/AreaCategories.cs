namespace CityRenewal.Geo.Need;

/// <summary>The categories (类别) of an area: several are allowed, and so is none.</summary>
public sealed class AreaCategories
{
    private AreaCategories(IReadOnlyList<AreaCategory> all, double leastShare)
    {
        All = all;
        Labels = [.. all.Where(category => category.Share >= leastShare)];
    }

    /// <summary>Every category that any parcel of the area carries or may carry, the largest share first, ties by definition.</summary>
    public IReadOnlyList<AreaCategory> All { get; }

    /// <summary>Those that count for the area.</summary>
    public IReadOnlyList<AreaCategory> Labels { get; }

    /// <summary>Whether none counts: unclassified 未分类.</summary>
    public bool IsUnclassified => Labels.Count == 0;

    /// <summary>Share of the net area whose parcels carry no label, in [0, 1].</summary>
    public required double UnlabelledShare { get; init; }

    internal static AreaCategories Of(
        CategoryLabels labels, IReadOnlyList<CategoryMeters> meters, IReadOnlyList<int> parcels, ReadOnlySpan<double> netAreas)
    {
        double whole = 0, unlabelled = 0;
        double[] carried = new double[meters.Count], unknown = new double[meters.Count];
        foreach (var parcel in parcels)
        {
            var area = netAreas[parcel];
            whole += area;
            unlabelled += labels.Masks[parcel] == 0 ? area : 0;
            for (var category = 0; category < meters.Count; category++)
            {
                carried[category] += labels[parcel, category] == CategoryAnswer.Yes ? area : 0;
                unknown[category] += labels[parcel, category] == CategoryAnswer.Unknown ? area : 0;
            }
        }

        var all = new List<AreaCategory>();
        for (var category = 0; whole > 0 && category < meters.Count; category++)
        {
            if (carried[category] > 0 || unknown[category] > 0)
            {
                int[] members = [.. parcels.Where(parcel => labels[parcel, category] == CategoryAnswer.Yes)];
                all.Add(new AreaCategory(
                    meters[category].Definition, carried[category] / whole, unknown[category] / whole,
                    Evidence(meters[category], members, netAreas, whole)));
            }
        }

        return new AreaCategories([.. all.OrderByDescending(category => category.Share)], labels.Definitions.LeastAreaShare)
        {
            UnlabelledShare = whole > 0 ? unlabelled / whole : 1,
        };
    }

    private static List<CategoryEvidence> Evidence(CategoryMeters meters, int[] members, ReadOnlySpan<double> netAreas, double whole)
    {
        var evidence = new List<CategoryEvidence>();
        for (var group = 0; group < meters.Definition.AnyOf.Count; group++)
        {
            int[] holding = [.. members.Where(parcel => meters.AnswerFor(parcel, group) == CategoryAnswer.Yes)];
            double area = 0;
            foreach (var parcel in holding)
            {
                area += netAreas[parcel];
            }

            if (area > 0)
            {
                evidence.Add(new CategoryEvidence(area / whole, meters.FindingsOver(group, holding)));
            }
        }

        return evidence;
    }
}
