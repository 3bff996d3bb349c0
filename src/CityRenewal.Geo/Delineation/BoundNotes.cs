using System.Globalization;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Certificates;

namespace CityRenewal.Geo.Delineation;

/// <summary>What a reader must know of the bound: what was taken off both sides of the gap, and whether it is proven.</summary>
internal static class BoundNotes
{
    /// <summary>The notes, none where there is nothing to tell.</summary>
    public static IEnumerable<PlanNote> Of(CertificateVerdict proof, double obligatory)
    {
        if (!proof.Holds)
        {
            yield return new PlanNote(
                "bound_not_proven",
                $"The check of the bound against the city's facts disagrees, so no gap is told: {string.Join(" ", proof.Faults.Select(fault => fault.Text))}",
                $"上界证书与城市数据核验不一致,故不给出差距:{string.Concat(proof.Faults.Select(fault => fault.TextChinese))}");
        }

        if (proof.UnitsWithoutLocks > 0)
        {
            yield return new PlanNote(
                "bound_without_locks",
                $"In {proof.UnitsWithoutLocks} units no area that keeps to the limits could hold what is locked in; there the bound is of the request without it.",
                $"有 {proof.UnitsWithoutLocks} 个单元内锁定地块无法纳入满足限制的片区,其上界按不含该锁定的请求给出。");
        }

        if (obligatory > 0)
        {
            var benefit = obligatory.ToString("N0", CultureInfo.InvariantCulture);
            yield return new PlanNote(
                "obligatory_benefit",
                $"The gap is told without the benefit of what is locked in and held together with it, {benefit} m²: nothing is decided about it.",
                $"差距不计锁定地块(及与其绑定的地块)的更新效益 {benefit} m²,该部分无须决策。");
        }
    }
}
