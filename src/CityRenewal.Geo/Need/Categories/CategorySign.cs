using System.Globalization;

namespace CityRenewal.Geo.Need;

/// <summary>
/// One sign that a parcel belongs to a category: something that is measured and compared with a threshold. It is measured over
/// any number of parcels, so that what decides about one parcel is also the evidence for an area.
/// </summary>
public abstract record CategorySign
{
    /// <summary>What is asked for, in words.</summary>
    public abstract string Requirement { get; }

    /// <summary>What is asked for, in Chinese.</summary>
    public abstract string RequirementChinese { get; }

    /// <summary>What was found, in words, with what is asked for.</summary>
    /// <param name="value">The measured value, in the unit of the threshold.</param>
    public abstract string Finding(double value);

    /// <summary>What was found, in Chinese, with what is asked for.</summary>
    /// <param name="value">The measured value, in the unit of the threshold.</param>
    public abstract string FindingChinese(double value);

    /// <summary>What is wrong with the sign itself; empty where nothing is.</summary>
    internal abstract IEnumerable<string> Problems();

    /// <summary>Whether a measured value holds.</summary>
    internal abstract bool Holds(double value);

    /// <summary>How the sign is measured on one parcel of a city. Words are looked up once, here.</summary>
    internal abstract Func<int, SignTally> MeterIn(CategoryGround ground);

    /// <summary>The value over several parcels.</summary>
    internal virtual double ValueOver(CategoryGround ground, IReadOnlyList<int> parcels)
    {
        var meter = MeterIn(ground);
        return parcels.Aggregate(default(SignTally), (sum, parcel) => sum + meter(parcel)).Value;
    }

    /// <summary>Whether a tally holds; unknown where less than half of what it is of is known. Nothing holds of nothing.</summary>
    internal CategoryAnswer AnswerTo(in SignTally tally) =>
        tally.IsOfNothing ? CategoryAnswer.No
        : !tally.IsKnown ? CategoryAnswer.Unknown
        : Holds(tally.Value) ? CategoryAnswer.Yes
        : CategoryAnswer.No;

    private protected static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#}");

    private protected static string Number(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.#}");

    private protected static IEnumerable<string> ShareProblems(string name, double share) =>
        share is >= 0 and <= 1 ? [] : [$"{name} is {Number(share)}: give a share between 0 and 1"];
}
