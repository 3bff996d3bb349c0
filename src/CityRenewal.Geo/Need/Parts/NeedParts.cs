using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Need;

/// <summary>
/// The scales of the need score (更新需求参考分): each turns one known property into a number in [0, 1]. The break points
/// are assumptions of ours until a rule pack with a source sets them.
/// </summary>
public static class NeedParts
{
    /// <summary>Age of a building on a scale from 0 at 20 years to 1 at 50 years; a year after the reference year counts 0.</summary>
    public static double OfAge(int referenceYear, int yearBuilt) =>
        Math.Clamp((referenceYear - (double)yearBuilt - 20) / 30, 0, 1);

    /// <summary>Danger grade after JGJ 125: A 0, B 0.3, C 0.7, D 1; NaN where no grade is known.</summary>
    public static double OfDanger(DangerGrade grade) => grade switch
    {
        DangerGrade.A => 0,
        DangerGrade.B => 0.3,
        DangerGrade.C => 0.7,
        DangerGrade.D => 1,
        _ => Unknown.Real,
    };

    /// <summary>Share of the parcel that footprints cover, on a scale from 0 at 0.3 to 1 at 0.7.</summary>
    public static double OfDensity(double coverage) => Math.Clamp((coverage - 0.3) / 0.4, 0, 1);

    /// <summary>
    /// What a building is built of, by the word of its register: steel and reinforced concrete 0, brick and concrete 0.4, brick
    /// and timber 0.8, earth or makeshift 1; NaN for every other word. Registers that only know 混合结构 mean brick and concrete.
    /// </summary>
    public static double OfStructure(string structure) => structure switch
    {
        "steel" or "steel-reinforced-concrete" or "reinforced-concrete" => 0,
        "brick-concrete" or "mixed" => 0.4,
        "brick-wood" => 0.8,
        "earth" or "earth-wood" or "simple" => 1,
        _ => Unknown.Real,
    };

    /// <summary>
    /// Years since the last renewal on a scale from 0 in its year to 1 at 30 years; NaN where no renewal is known, because nobody
    /// can tell whether there was none. A renewal after the reference year counts 0.
    /// </summary>
    public static double OfEarlierRenewal(int referenceYear, int renewedYear) => renewedYear == Unknown.Integer
        ? Unknown.Real
        : Math.Clamp((referenceYear - (double)renewedYear) / 30, 0, 1);
}
