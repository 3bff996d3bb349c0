using System.Security.Claims;
using CityRenewal.Geo.Service.Faults;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Code = Google.Rpc.Code;

namespace CityRenewal.Geo.Service.Access;

/// <summary>Who a signed token says that calls.</summary>
internal sealed class TokenCallers(AccessOptions options, IOptionsMonitor<JwtBearerOptions> bearer, ILogger<TokenCallers> log)
{
    private const int LongestName = 200;

    /// <summary>Who holds the token of a request.</summary>
    /// <exception cref="RefusedException">It is not valid, or says too little.</exception>
    public async Task<Caller> FindAsync(HttpContext context)
    {
        AuthenticateResult result;
        try
        {
            result = await context.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
            if (!result.Succeeded && bearer.Get(JwtBearerDefaults.AuthenticationScheme).ConfigurationManager is { } issuer)
            {
                // Was the token not valid, or could nobody tell? What the issuer once told is remembered.
                await issuer.GetConfigurationAsync(context.RequestAborted);
            }
        }
        catch (Exception fault) when (fault is InvalidOperationException or IOException or HttpRequestException)
        {
            log.LogError(fault, "the issuer of tokens cannot be asked for its keys");
            throw new RefusedException(Code.Unavailable, "ISSUER_SILENT", "The issuer of tokens cannot be reached, so that yours cannot be checked. Ask again in a while.")
            {
                Retry = TimeSpan.FromSeconds(30),
            };
        }

        return result.Succeeded ? CallerOf(result.Principal) : throw new RefusedException(
            Code.Unauthenticated, "BAD_TOKEN", "The token is not valid here: it has ended, or is signed by or issued for somebody else. Get a new one.");
    }

    private Caller CallerOf(ClaimsPrincipal holder)
    {
        var name = holder.FindFirst(options.NameClaim)?.Value ?? "";
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl) || name == Caller.Local.Name || name.StartsWith("anyone", StringComparison.Ordinal))
        {
            throw new RefusedException(Code.Unauthenticated, "NAMELESS_TOKEN", $"The token's claim '{options.NameClaim}' does not say who you are. Have the issuer put it in.");
        }

        var role = Values(holder, options.RoleClaim).Select(RoleWords.Find).Max() ?? V1.Role.Anyone;
        return new Caller(name, role, DistrictsOf(holder));
    }

    private IReadOnlyList<string> DistrictsOf(ClaimsPrincipal holder)
    {
        if (options.DistrictClaim is not { } claim)
        {
            return [];
        }

        var districts = Values(holder, claim).ToArray();
        return districts.Contains("*") ? []
            : districts.Length > 0 ? districts
            : throw new RefusedException(Code.PermissionDenied, "NO_DISTRICT", $"The token's claim '{claim}' names no district. Have the issuer put yours in, or '*' for all.");
    }

    // One claim per value, or all values in one, as issuers like it.
    private static IEnumerable<string> Values(ClaimsPrincipal holder, string claim) =>
        holder.FindAll(claim).SelectMany(found => found.Value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries));
}
