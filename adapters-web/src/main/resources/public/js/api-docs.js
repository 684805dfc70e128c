/* Loaded after Swagger UI's own bundle, which defines SwaggerUIBundle. No validator: it would send our address elsewhere. */
window.SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#api',
  deepLinking: true,
  validatorUrl: null,
  presets: [window.SwaggerUIBundle.presets.apis],
});
