using CityRenewal.Geo.Service.Access;
using Scalar.AspNetCore;

namespace CityRenewal.Geo.Service.Contract;

/// <summary>Where people and programs read the contract of the JSON form.</summary>
internal static class ContractRoutes
{
    /// <summary>Answers `/openapi.json` with the document and `/docs` with a page to browse it.</summary>
    public static void MapContract(this WebApplication app)
    {
        app.MapGet("/openapi.json", () => Results.Text(OpenApiDocument.Text, "application/vnd.oai.openapi+json;version=3.1"))
            .WithMetadata(new MayCall(V1.Role.Anyone, "/openapi.json"));

        // An office's page asks nobody outside: no assistant, no sharing, no telemetry, no fonts from elsewhere.
        app.MapScalarApiReference("/docs", options => options.WithTitle("CityRenewal.Geo").WithOpenApiRoutePattern("/openapi.json")
                .DisableAgent().DisableMcp().DisableTelemetry().DisableDefaultFonts().HideDeveloperTools().HideClientButton())
            .WithMetadata(new MayCall(V1.Role.Anyone, "/docs"));
    }
}
