// Holds the manifests of the hub against the types of the APIs that they are written for: a key that no API has, or a
// value of another type, is an error.
package manifests

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
	networking "istio.io/api/networking/v1alpha3"
	security "istio.io/api/security/v1beta1"
	apps "k8s.io/api/apps/v1"
	core "k8s.io/api/core/v1"
	network "k8s.io/api/networking/v1"
	policy "k8s.io/api/policy/v1"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
	gateway "sigs.k8s.io/gateway-api/apis/v1"
	"sigs.k8s.io/yaml"
)

const folder = "../../deploy/kubernetes"

// istioObject is the outside of an object of Istio, whose spec is a protocol buffer.
type istioObject struct {
	meta.TypeMeta   `json:",inline"`
	meta.ObjectMeta `json:"metadata"`
	Spec            any `json:"spec"`
}

func strict(into any) func([]byte) error {
	return func(document []byte) error { return yaml.UnmarshalStrict(document, into) }
}

func strictIstio(spec proto.Message) func([]byte) error {
	return func(document []byte) error {
		object := istioObject{}
		if err := yaml.UnmarshalStrict(document, &object); err != nil {
			return err
		}
		json, err := yaml.Marshal(object.Spec)
		if err != nil {
			return err
		}
		if json, err = yaml.YAMLToJSON(json); err != nil {
			return err
		}
		return protojson.Unmarshal(json, spec)
	}
}

func decoders() map[string]func([]byte) error {
	return map[string]func([]byte) error{
		"apps/v1 Deployment":                       strict(&apps.Deployment{}),
		"v1 Service":                               strict(&core.Service{}),
		"v1 Namespace":                             strict(&core.Namespace{}),
		"policy/v1 PodDisruptionBudget":            strict(&policy.PodDisruptionBudget{}),
		"networking.k8s.io/v1 NetworkPolicy":       strict(&network.NetworkPolicy{}),
		"gateway.networking.k8s.io/v1 HTTPRoute":   strict(&gateway.HTTPRoute{}),
		"networking.istio.io/v1 VirtualService":    strictIstio(&networking.VirtualService{}),
		"security.istio.io/v1 AuthorizationPolicy": strictIstio(&security.AuthorizationPolicy{}),
	}
}

func decode(document []byte) (string, error) {
	kind := meta.TypeMeta{}
	if err := yaml.Unmarshal(document, &kind); err != nil {
		return "", err
	}
	name := kind.APIVersion + " " + kind.Kind
	decoder, known := decoders()[name]
	if !known {
		return name, os.ErrNotExist
	}
	return name, decoder(document)
}

func TestManifestsParse(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(folder, "*", "*.yaml"))
	seen := map[string]bool{}
	for _, file := range files {
		if filepath.Base(file) == "kustomization.yaml" {
			continue // for kubectl itself, which test_manifests.py asks
		}
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, document := range bytes.Split(content, []byte("\n---\n")) {
			name, err := decode(document)
			if err != nil {
				t.Errorf("%s, %s: %v", file, name, err)
			}
			seen[name] = true
		}
	}
	for name := range decoders() {
		if !seen[name] {
			t.Errorf("no manifest of %s", name)
		}
	}
}

func TestWrongManifestsDoNot(t *testing.T) {
	for _, document := range []string{
		"apiVersion: apps/v1\nkind: Deployment\nspec: { replica: 2 }",
		"apiVersion: apps/v1\nkind: Deployment\nspec: { replicas: two }",
		"apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nspec: { rules: [{ timeout: 0s }] }",
		"apiVersion: networking.istio.io/v1\nkind: VirtualService\nspec: { http: [{ timeouts: 0s }] }",
		"apiVersion: v1\nkind: Pod",
	} {
		if name, err := decode([]byte(document)); err == nil {
			t.Errorf("%s was taken: %s", name, document)
		}
	}
}
